using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

public sealed record AnswerPauseRequest(MatterAt At, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>The member gives what was asked for and the clock runs again from the next day.</summary>
public sealed class AnswerPause(Enquiries enquiries, EnquiryClocks clocks, Messages messages, Duties duties, EnquiryNotices notices)
{
    public Task<ActResult> ExecuteAsync(AnswerPauseRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var resumed = new Resumed(write.Today, "The member answered.", write.ActorToken(matter));
                if (await clocks.MoveAsync(write, matter, resumed, duties, cancellationToken) is { } refused)
                {
                    return refused;
                }

                await messages.PostAsync(write, matter, "pause-answered", Parts.Content, request.Words, request.Files, cancellationToken);
                await notices.TellOwnerAsync(
                    write,
                    matter,
                    "The member has given what you asked for. The clock runs again.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}
