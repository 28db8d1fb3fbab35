using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <param name="ExplainsInFull">The officer says that the words explain what is happening.</param>
public sealed record AcknowledgeEnquiryRequest(MatterAt At, string Explanation, bool ExplainsInFull);

/// <summary>
/// The officer acknowledges. Where the protocol says what an acknowledgement has to do, only one that does it keeps the date; another is refused
/// here, with the clause, and can be sent as a progress note. Where the protocol says nothing of one, it is sent and the time runs on.
/// </summary>
public sealed class AcknowledgeEnquiry(
    Enquiries enquiries,
    EnquiryRules rules,
    Decisions decisions,
    Messages messages,
    Duties duties,
    MatterParties parties,
    ViewerTokens tokens,
    EnquiryNotices notices
)
{
    /// <summary>Fewer words than this say nothing about what is happening; Comity's own check, not the protocol's.</summary>
    public const int FewestWords = 8;

    public Task<ActResult> ExecuteAsync(AcknowledgeEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is not MatterState.Open)
                {
                    return new("It has been acknowledged or answered already.", Audience.SafeguardSource);
                }

                var explains = request.ExplainsInFull && CountWords(request.Explanation) >= FewestWords;
                var answer = await rules.MayAcknowledgeAsync(matter, explains, write.Today, cancellationToken);
                if (!answer.Counts && !answer.IsSilent)
                {
                    return new(answer.Why, answer.Source);
                }

                await decisions.KeepAsync(write, matter, answer.Decision, cancellationToken);
                await messages.PostAsync(write, matter, "acknowledgement", Parts.Content, request.Explanation, [], cancellationToken);
                if (answer.Then is { } then)
                {
                    await OweFullReplyAsync(write, matter, answer.Source, then, cancellationToken);
                }

                await notices.TellMemberAsync(write, matter, "An officer has told you what is happening with it.", cancellationToken);
                return null;
            },
            cancellationToken
        );

    private async Task OweFullReplyAsync(
        CouncilWrite write,
        Matter matter,
        string source,
        CountedBy then,
        CancellationToken cancellationToken
    )
    {
        matter.State = MatterState.Acknowledged;
        await duties.EndAsync(
            write,
            matter,
            [EnquiryRules.ReplyDuty],
            DutyState.Met,
            source,
            "Acknowledged with an explanation.",
            cancellationToken
        );
        var owner = await parties.InAsync(matter, MatterParties.Owner, cancellationToken);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        duties.Owe(
            write,
            matter,
            EnquiryRules.FullReplyDuty,
            tokens.Office(owner!.OfficeId!.Value, matter.Class),
            tokens.Person(asker!.PersonId, matter.Class),
            then,
            write.Today,
            "It was acknowledged with an explanation."
        );
    }

    private static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Count(word => word.Any(char.IsLetter));
}
