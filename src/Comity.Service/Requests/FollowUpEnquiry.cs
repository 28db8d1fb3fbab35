using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

public sealed record FollowUpEnquiryRequest(EnquiryAt At, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>The member comes back on the same matter after an answer: it opens again and a reply is owed afresh.</summary>
public sealed class FollowUpEnquiry(
    Enquiries enquiries,
    EnquiryRules rules,
    Decisions decisions,
    Messages messages,
    Duties duties,
    MatterParties parties,
    ViewerTokens tokens,
    Notices notices
)
{
    public async Task<EnquiryActResult> ExecuteAsync(FollowUpEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsAsker, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        if (matter.State is MatterState.Closed)
        {
            return new EnquiryActResult.Refused("It is closed. Ask again, and say that it is about this one.", Audience.SafeguardSource);
        }

        if (matter.State is MatterState.Answered && matter.FollowUpUntil < write.Today)
        {
            return new EnquiryActResult.Refused(
                "The time for following up has passed. Ask again, and say that it is about this one.",
                Audience.SafeguardSource
            );
        }

        var wasAnswered = matter.State is MatterState.Answered;
        await messages.PostAsync(write, matter, "follow-up", Parts.Content, request.Words, request.Files, cancellationToken);
        var owner = await parties.InAsync(matter, MatterParties.Owner, cancellationToken);
        if (wasAnswered)
        {
            matter.State = MatterState.Open;
            matter.AnsweredAt = null;
            matter.FollowUpUntil = null;
            var reply = await rules.ReplyOwedAsync(matter, write.Today, write.Today, cancellationToken);
            await decisions.KeepAsync(write, matter, reply.Decision, cancellationToken);
            foreach (var owed in reply.Owed)
            {
                duties.Owe(
                    write,
                    matter,
                    owed.Duty,
                    tokens.Office(owner!.OfficeId!.Value, matter.Class),
                    tokens.Person(viewer.PersonId, matter.Class),
                    owed.CountedBy,
                    write.Today,
                    "The member followed up."
                );
            }
        }

        await notices.TellAsync(write, owner!.PersonId, matter, "The member has come back on it.", cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
