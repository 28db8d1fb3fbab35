using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <param name="Days">How many more working days.</param>
/// <param name="Reason">Shown to the member.</param>
public sealed record ExtendDateRequest(MatterAt At, int Days, string Reason);

/// <summary>The date by which an answer is owed is put back, once and with a reason, only where the council has arranged it.</summary>
public sealed class ExtendDate(Enquiries enquiries, EnquiryClocks clocks, Messages messages, Duties duties, EnquiryNotices notices)
{
    public Task<ActResult> ExecuteAsync(ExtendDateRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var extended = new ExtendedBy(
                    write.Today,
                    request.Days,
                    CountedBy.MoreTime,
                    "More time was needed.",
                    write.ActorToken(matter)
                );
                if (await clocks.MoveAsync(write, matter, extended, duties, cancellationToken) is { } refused)
                {
                    return refused;
                }

                await messages.PostAsync(write, matter, "extension", Parts.Content, request.Reason, [], cancellationToken);
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "The date by which you are owed an answer has been put back.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}
