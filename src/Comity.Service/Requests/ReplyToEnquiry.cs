using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Requests;

public sealed record ReplyToEnquiryRequest(EnquiryAt At, string Reply, IReadOnlyList<IncomingFile> Files);

/// <summary>The officer answers in full. What was owed is met, and the member may follow up for as long as the council has arranged.</summary>
public sealed class ReplyToEnquiry(
    Enquiries enquiries,
    EnquiryRules rules,
    Messages messages,
    Duties duties,
    MatterParties parties,
    Notices notices
)
{
    public async Task<EnquiryActResult> ExecuteAsync(ReplyToEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsOwner, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        if (matter.State is MatterState.Closed)
        {
            return new EnquiryActResult.Refused("It is closed. The member can ask again and link to it.", Audience.SafeguardSource);
        }

        matter.State = MatterState.Answered;
        matter.AnsweredAt = write.At;
        matter.FollowUpUntil = await rules.FollowUpUntilAsync(write.Today, cancellationToken);
        await messages.PostAsync(write, matter, "reply", Parts.Content, request.Reply, request.Files, cancellationToken);
        var source = await rules.ReplySourceAsync(matter, write.Today, cancellationToken);
        await duties.EndAsync(write, matter, EnquiryRules.ReplyDuty, DutyState.Met, source, "Answered in full.", cancellationToken);
        await duties.EndAsync(write, matter, EnquiryRules.FullReplyDuty, DutyState.Met, source, "Answered in full.", cancellationToken);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        await notices.TellAsync(write, asker!.PersonId, matter, "It has been answered.", cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
