using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Requests;

/// <param name="Days">How many more working days.</param>
/// <param name="Reason">Shown to the member.</param>
public sealed record ExtendDateRequest(EnquiryAt At, int Days, string Reason);

/// <summary>The date by which an answer is owed is put back, once and with a reason, only where the council has arranged it.</summary>
public sealed class ExtendDate(
    Enquiries enquiries,
    EnquiryRules rules,
    Messages messages,
    Duties duties,
    MatterParties parties,
    Notices notices
)
{
    public async Task<EnquiryActResult> ExecuteAsync(ExtendDateRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsOwner, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        var refused = await rules.MoveClocksAsync(
            write,
            matter,
            new ExtendedBy(write.Today, request.Days, CountedBy.MoreTime, "More time was needed.", write.ActorToken(matter)),
            duties,
            cancellationToken
        );
        if (refused is not null)
        {
            return refused;
        }

        await messages.PostAsync(write, matter, "extension", Parts.Content, request.Reason, [], cancellationToken);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        await notices.TellAsync(
            write,
            asker!.PersonId,
            matter,
            "The date by which you are owed an answer has been put back.",
            cancellationToken
        );
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
