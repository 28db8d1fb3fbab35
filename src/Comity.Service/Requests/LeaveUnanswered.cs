using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <param name="Reason">Why the message need not be answered; kept on the record and shown to the member.</param>
public sealed record LeaveUnansweredRequest(EnquiryAt At, bool Abusive, string Reason);

/// <summary>The officer leaves an abusive message unanswered, where the protocol allows it. The duty to reply is lifted and the record says why.</summary>
public sealed class LeaveUnanswered(
    Enquiries enquiries,
    EnquiryRules rules,
    Decisions decisions,
    Messages messages,
    Duties duties,
    MatterParties parties,
    Notices notices
)
{
    private const string Lifted = "The message need not be answered.";

    public async Task<EnquiryActResult> ExecuteAsync(LeaveUnansweredRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsOwner, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
        {
            return new EnquiryActResult.Refused("It has been answered already.", Audience.SafeguardSource);
        }

        var answer = await rules.MayLeaveUnansweredAsync(matter, request.Abusive, write.Today, cancellationToken);
        if (!answer.Counts)
        {
            return new EnquiryActResult.Refused(answer.Why, answer.Source);
        }

        matter.State = MatterState.Closed;
        matter.ClosedAt = write.At;
        await decisions.KeepAsync(write, matter, answer.Decision, cancellationToken);
        await messages.PostAsync(write, matter, "no-reply", Parts.Content, request.Reason, [], cancellationToken);
        await duties.EndAsync(write, matter, EnquiryRules.ReplyDuty, DutyState.Lifted, answer.Source, Lifted, cancellationToken);
        await duties.EndAsync(write, matter, EnquiryRules.FullReplyDuty, DutyState.Lifted, answer.Source, Lifted, cancellationToken);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        await notices.TellAsync(
            write,
            asker!.PersonId,
            matter,
            "The officer has recorded that it will not be answered, and why.",
            cancellationToken
        );
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
