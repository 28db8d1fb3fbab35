using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <param name="ExplainsInFull">The officer says that the words explain what is happening.</param>
public sealed record AcknowledgeEnquiryRequest(EnquiryAt At, string Explanation, bool ExplainsInFull);

/// <summary>
/// The officer acknowledges. Only an acknowledgement that explains keeps the date of the protocol; a bare one is refused here, with the clause,
/// and can be sent as a progress note that leaves the clock running.
/// </summary>
public sealed class AcknowledgeEnquiry(
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
    /// <summary>Fewer words than this say nothing about what is happening; Comity's own check, not the protocol's.</summary>
    public const int FewestWords = 8;

    public async Task<EnquiryActResult> ExecuteAsync(AcknowledgeEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsOwner, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        if (matter.State is not MatterState.Open)
        {
            return new EnquiryActResult.Refused("It has been acknowledged or answered already.", Audience.SafeguardSource);
        }

        var explains = request.ExplainsInFull && CountWords(request.Explanation) >= FewestWords;
        var answer = await rules.MayAcknowledgeAsync(matter, explains, write.Today, cancellationToken);
        if (!answer.Counts)
        {
            return new EnquiryActResult.Refused(answer.Why, answer.Source);
        }

        matter.State = MatterState.Acknowledged;
        await decisions.KeepAsync(write, matter, answer.Decision, cancellationToken);
        await messages.PostAsync(write, matter, "acknowledgement", Parts.Content, request.Explanation, [], cancellationToken);
        await duties.EndAsync(
            write,
            matter,
            EnquiryRules.ReplyDuty,
            DutyState.Met,
            answer.Source,
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
            answer.Then ?? throw new InvalidOperationException("An acknowledgement that counts says what is owed next."),
            write.Today,
            "It was acknowledged with an explanation."
        );
        await notices.TellAsync(write, asker.PersonId, matter, "An officer has told you what is happening with it.", cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }

    private static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Count(word => word.Any(char.IsLetter));
}
