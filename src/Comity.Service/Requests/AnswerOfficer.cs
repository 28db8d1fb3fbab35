using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

public sealed record AnswerOfficerRequest(MatterAt At, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>The member gives what the officer asked for. A clock that waited for it runs again from the next day; what the member owed is met.</summary>
public sealed class AnswerOfficer(
    Enquiries enquiries,
    EnquiryClocks clocks,
    Messages messages,
    Duties duties,
    MembersAnswer answer,
    EnquiryNotices notices
)
{
    public Task<ActResult> ExecuteAsync(AnswerOfficerRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var isPaused = await clocks.IsPausedAsync(opened.Standing, write.Today, cancellationToken);
                if (!isPaused && !MembersAnswer.IsAwaited(opened.Standing))
                {
                    return new("Nothing that you were asked is open.", Audience.SafeguardSource);
                }

                var resumed = new Resumed(write.Today, "The member answered.", write.ActorToken(matter));
                if (isPaused && await clocks.MoveAsync(write, matter, resumed, duties, cancellationToken) is { } refused)
                {
                    return refused;
                }

                var kind = isPaused ? "pause-answered" : MembersAnswer.Given;
                await messages.PostAsync(write, matter, kind, Parts.Content, request.Words, request.Files, cancellationToken);
                await answer.MeetAsync(write, matter, cancellationToken);
                await notices.TellOwnerAsync(
                    write,
                    matter,
                    $"The member has given what you asked for.{(isPaused ? " The clock runs again." : "")}",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}
