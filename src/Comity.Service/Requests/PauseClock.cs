using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Requests;

/// <param name="Question">What the officer needs to know from the member.</param>
public sealed record PauseClockRequest(EnquiryAt At, string Question);

/// <summary>
/// The officer asks the member something and the clock waits, but only where the council has arranged it: most protocols give no pause, and then
/// the clock runs on.
/// </summary>
public sealed class PauseClock(
    Enquiries enquiries,
    EnquiryRules rules,
    Messages messages,
    Duties duties,
    MatterParties parties,
    Notices notices
)
{
    public async Task<EnquiryActResult> ExecuteAsync(PauseClockRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsOwner, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        var refused = await rules.MoveClocksAsync(
            write,
            matter,
            new Paused(write.Today, CountedBy.WaitingForMember, "The member was asked something.", write.ActorToken(matter)),
            duties,
            cancellationToken
        );
        if (refused is not null)
        {
            return refused;
        }

        await messages.PostAsync(write, matter, "pause", Parts.Content, request.Question, [], cancellationToken);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        await notices.TellAsync(
            write,
            asker!.PersonId,
            matter,
            "The officer needs something from you before they can go on.",
            cancellationToken
        );
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
