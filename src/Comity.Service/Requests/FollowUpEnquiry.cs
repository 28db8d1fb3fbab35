using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;

namespace Comity.Service.Requests;

public sealed record FollowUpEnquiryRequest(MatterAt At, string Words, IReadOnlyList<IncomingFile> Files);

/// <summary>The member comes back on the same matter after an answer: it opens again and a reply is owed afresh.</summary>
public sealed class FollowUpEnquiry(
    Enquiries enquiries,
    EnquiryRules rules,
    Decisions decisions,
    Messages messages,
    Duties duties,
    MatterParties parties,
    ViewerTokens tokens,
    MembersAnswer asked,
    EnquiryNotices notices
)
{
    public const string MessageKind = "follow-up";

    public Task<ActResult> ExecuteAsync(FollowUpEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is MatterState.Closed)
                {
                    return new("It is closed. Ask again, and say that it is about this one.", Audience.SafeguardSource);
                }

                if (matter.State is MatterState.Answered && matter.FollowUpUntil < write.Today)
                {
                    return new(
                        "The time for following up has passed. Ask again, and say that it is about this one.",
                        Audience.SafeguardSource
                    );
                }

                await messages.PostAsync(write, matter, MessageKind, Parts.Content, request.Words, request.Files, cancellationToken);
                await asked.MeetAsync(write, matter, cancellationToken);
                if (matter.State is MatterState.Answered)
                {
                    await OpenAgainAsync(write, matter, viewer, cancellationToken);
                }

                await notices.TellOwnerAsync(write, matter, "The member has come back on it.", cancellationToken);
                return null;
            },
            cancellationToken
        );

    private async Task OpenAgainAsync(CouncilWrite write, Matter matter, Viewer viewer, CancellationToken cancellationToken)
    {
        matter.State = MatterState.Open;
        matter.AnsweredAt = null;
        matter.FollowUpUntil = null;
        var answering = await parties.AnsweringAsync(matter, cancellationToken);
        var reply = await rules.ReplyOwedAsync(matter, write.Today, write.Today, cancellationToken);
        await decisions.KeepAsync(write, matter, reply.Decision, cancellationToken);
        foreach (var owed in answering?.OfficeId is null ? [] : reply.Owed)
        {
            duties.Owe(
                write,
                matter,
                owed.Duty,
                tokens.Office(answering!.OfficeId!.Value, matter.Class),
                tokens.Person(viewer.PersonId, matter.Class),
                owed.CountedBy,
                write.Today,
                "The member followed up."
            );
        }
    }
}
