using System.Text.Json.Nodes;
using Comity.Protocols.Explanations;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <param name="Reasons">The keys of <see cref="ReasonToDecline"/>.</param>
/// <param name="Why">The officer's own words; kept on the record and shown to whoever asked.</param>
/// <param name="Code">Which code it would break, where that is a reason.</param>
/// <param name="WhyNotCopied">Why it is copied to nobody where the protocol wants copies; kept on the record.</param>
public sealed record DeclineEnquiryRequest(
    MatterAt At,
    IReadOnlyCollection<string> Reasons,
    string Why,
    string? Code = null,
    string? WhyNotCopied = null
);

/// <summary>
/// The officer says why it cannot be done, on a ground that the protocol in force gives; the protocol decides, and its clause goes to whoever asked. That
/// is the answer: what was owed is met.
/// </summary>
public sealed class DeclineEnquiry(
    Enquiries enquiries,
    ReasonsToDecline reasons,
    Decisions decisions,
    Messages messages,
    AnswerGiven answer,
    EnquiryNotices notices
)
{
    public const string MessageKind = "declined";

    /// <summary>The reasons with which the officer says which code it would break (generic 2.2).</summary>
    public static IReadOnlySet<string> NameTheCode { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "breaches-code=yes", "breaches-professional-code=yes" };

    /// <summary>Whether it is of a kind that officers are pressed to do: there the way to decline it is offered.</summary>
    public static bool IsOffered(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return EnquiryKind.Find(matter.Kind) is { } kind && (kind.IsWork || kind == EnquiryKind.Advice);
    }

    public Task<ActResult> ExecuteAsync(DeclineEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner && IsOffered(standing.Matter),
            opened => DeclineAsync(request, opened.Matter, opened.Write, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> DeclineAsync(
        DeclineEnquiryRequest request,
        Matter matter,
        CouncilWrite write,
        CancellationToken cancellationToken
    )
    {
        if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
        {
            return new("It has been answered already.", Audience.SafeguardSource);
        }

        var known = await reasons.OfAsync(matter, write.Today, cancellationToken);
        List<ReasonToDecline> given = [.. known.Where(reason => request.Reasons.Contains(reason.Key))];
        if (
            given.Count == 0
            || given.Count != request.Reasons.Count
            || await reasons.DecideAsync(matter, given, write.Today, cancellationToken) is not var (decision, keep)
        )
        {
            return new(
                "The protocol gives no such ground to decline this. Reply in full, and say there what can be done.",
                Audience.SafeguardSource
            );
        }

        if (request.Reasons.Any(NameTheCode.Contains) && string.IsNullOrWhiteSpace(request.Code))
        {
            return new("Say which code it would break.", given[0].Clauses[0].Norm);
        }

        await decisions.KeepAsync(write, matter, keep, cancellationToken);
        write.Record(
            "work-declined",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["outcome"] = keep.Outcome,
                ["reasons"] = new JsonArray([.. given.Select(reason => (JsonNode)reason.Key)]),
                ["clauses"] = new JsonArray([.. decision.DecidedBy.Select(clause => (JsonNode)clause.Norm)]),
                ["code"] = request.Code,
                ["objection"] = request.Why,
            }
        );
        await messages.PostAsync(
            write,
            matter,
            MessageKind,
            Parts.Content,
            InWords(request, given, decision.DecidedBy),
            [],
            cancellationToken
        );
        await answer.SettleAsync(
            write,
            matter,
            EnquiryRules.Replies,
            "Declined, with the reason.",
            request.WhyNotCopied,
            cancellationToken
        );
        await notices.TellMemberAsync(write, matter, "The officer has said why it cannot be done.", cancellationToken);
        return null;
    }

    private static string InWords(DeclineEnquiryRequest request, List<ReasonToDecline> given, IReadOnlyList<Citation> decidedBy)
    {
        var isFinal = given.Exists(reason => reason.IsFinal);
        List<string> lines =
        [
            request.Why,
            "",
            .. given.Select(reason => reason.InWords),
            .. string.IsNullOrWhiteSpace(request.Code) ? Array.Empty<string>() : [$"The code: {request.Code.Trim()}"],
            .. decidedBy
                .DistinctBy(clause => clause.Clause)
                .Select(clause =>
                    $"Clause {clause.Clause} {clause.Heading}: {(isFinal ? "it must not be asked" : "it should not be asked")}."
                ),
            .. given.Select(reason => reason.Says).Where(says => says.Length > 0).Distinct(),
        ];
        return string.Join('\n', lines);
    }
}
