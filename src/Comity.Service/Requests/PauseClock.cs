using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <param name="Question">What the officer needs to know from the member.</param>
public sealed record PauseClockRequest(MatterAt At, string Question);

/// <summary>
/// The officer asks the member something and the clock waits, but only where the council has arranged it: most protocols give no pause, and then
/// the clock runs on.
/// </summary>
public sealed class PauseClock(
    Enquiries enquiries,
    EnquiryClocks clocks,
    Messages messages,
    Duties duties,
    MembersAnswer answer,
    EnquiryNotices notices
)
{
    public const string MessageKind = "pause";

    public Task<ActResult> ExecuteAsync(PauseClockRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var paused = new Paused(
                    write.Today,
                    CountedBy.WaitingForMember,
                    "The member was asked something.",
                    write.ActorToken(matter)
                );
                if (await clocks.MoveAsync(write, matter, paused, duties, cancellationToken) is { } refused)
                {
                    return refused;
                }

                await messages.PostAsync(write, matter, MessageKind, Parts.Content, request.Question, [], cancellationToken);
                await answer.OweAsync(write, matter, AskMember.Channels[0], cancellationToken);
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "The officer needs something from you before they can go on.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}
