using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <param name="Outcome">All, part or refused; what is not held or cannot be found follows from what was found.</param>
/// <param name="Confidential">It is let out in confidence.</param>
public sealed record DecideItemRequest(MatterAt At, int Item, ItemOutcome Outcome, ItemRuling Ruling, bool Confidential);

/// <summary>
/// Whoever has the request decides an item on the protocol's answer. A must-not is final; going on against a should-not, or refusing what the protocol gives, is kept
/// with its reason; and a refusal says why in words that somebody else can judge.
/// </summary>
public sealed class DecideItem(
    ComityDb db,
    Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    Library library,
    CouncilNow now,
    Decisions decisions
)
{
    /// <summary>Fewer words than this give nobody anything to argue with; Comity's own check, not the protocol's.</summary>
    public const int FewestWords = 8;

    public Task<ActResult> ExecuteAsync(DecideItemRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (await items.FindAsync(matter, request.Item, cancellationToken) is not { } read)
                {
                    return new("There is no such item.", Audience.SafeguardSource);
                }

                return matter.State == MatterState.Closed ? new(InformationItems.Closed, Audience.SafeguardSource)
                    : read.Item.Outcome != ItemOutcome.Open
                        ? new("It has been decided. The member can ask for it to be looked at again.", Audience.SafeguardSource)
                    : await RuleAsync(write, matter, read, request, viewer, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The same for whoever looks at a decision again.</summary>
    internal async Task<ActResult.Refused?> RuleAsync(
        CouncilWrite write,
        Matter matter,
        ItemAsRead read,
        DecideItemRequest request,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (read.Findings is not { } found)
        {
            return new("Put on record first what was found.", Audience.SafeguardSource);
        }

        if (read.Doubts.Any(doubt => doubt.Row.Kind == ItemQuestionKind.Doubt))
        {
            var waiting = await rules.OfAsync(read, viewer, write.Today, [], cancellationToken);
            return new(
                $"Somebody has been asked about it and has not answered. {(waiting.Kind == VerdictKind.AskFirst ? waiting.Why : "")}".Trim(),
                waiting.Kind == VerdictKind.AskFirst ? SourceOf(waiting.Citations) : Audience.SafeguardSource
            );
        }

        var chosen = Grounds(await GroundsAsync(matter, cancellationToken), request.Ruling.Grounds);
        var outcome = found.Holding switch
        {
            ItemFindings.NotHeld => ItemOutcome.NotHeld,
            ItemFindings.CannotBeFound => ItemOutcome.NotFound,
            _ => request.Outcome,
        };
        var leftOut = outcome == ItemOutcome.Part ? chosen : [];
        var verdict = await rules.OfAsync(read, viewer, write.Today, leftOut, cancellationToken);
        var refused = outcome switch
        {
            ItemOutcome.All => MayRelease(verdict, request.Ruling),
            ItemOutcome.Part => CheckReasons(request.Ruling, chosen)
                ?? MayRelease(verdict, request.Ruling)
                ?? await MayWithholdAsync(write, matter, read, chosen, viewer, cancellationToken),
            ItemOutcome.Refused => CheckReasons(request.Ruling, chosen)
                ?? await MayWithholdAsync(write, matter, read, chosen, viewer, cancellationToken)
                ?? await MayRefuseAsync(write, verdict, read, chosen, request.Ruling, viewer, cancellationToken),
            _ => null,
        };
        if (refused is not null)
        {
            return refused;
        }

        var texts = await library.OnAsync(write.Today, cancellationToken);
        foreach (var decision in new[] { verdict.Inspect, verdict.Release })
        {
            await decisions.KeepAsync(write, matter, decision.ToKeep(texts), cancellationToken);
        }

        var item = read.Item;
        item.Outcome = outcome;
        item.Confidential = request.Confidential && outcome is ItemOutcome.All or ItemOutcome.Part;
        item.DeciderToken = write.ActorToken(matter);
        item.DecidedAt = write.At;
        item.ToldAt = null;
        item.RulingContentId = await items.KeepAsync(
            write,
            matter,
            item,
            Parts.Content,
            $"item-decided-{outcome.ToString().ToLowerInvariant()}",
            request.Ruling,
            cancellationToken
        );
        return null;
    }

    /// <summary>The coded reasons that can be given in this matter.</summary>
    public async Task<IReadOnlyList<WithholdingGround>> GroundsAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var sources = await db
            .Duties.Where(duty => duty.MatterId == matter.Id && duty.Kind == StatutoryClock.Duty)
            .Select(duty => duty.Source)
            .ToListAsync(cancellationToken);
        var law = sources.Select(source => StatutoryClock.LawOf(source)).OfType<string>().FirstOrDefault();
        return WithholdingGrounds.For((await now.GetAsync(cancellationToken)).Nation ?? "england", law);
    }

    private static List<WithholdingGround> Grounds(IReadOnlyList<WithholdingGround> offered, IReadOnlyList<string> keys) =>
        [.. offered.Where(ground => keys.Contains(ground.Key))];

    private static ActResult.Refused? MayRelease(ItemVerdict verdict, ItemRuling ruling) =>
        verdict.Kind switch
        {
            VerdictKind.May or VerdictKind.Silent => null,
            VerdictKind.ShouldNot when ruling.InSpite.Length > 0 => null,
            VerdictKind.ShouldNot => new($"{verdict.Why} If it is let out all the same, say why.", SourceOf(verdict.Citations)),
            VerdictKind.NeedsFacts => new("One more answer is needed: complete what was found.", Audience.SafeguardSource),
            _ => new(verdict.Why, SourceOf(verdict.Citations)),
        };

    /// <summary>
    /// What the protocol gives is not refused for nothing: only where it lets this officer keep it back, or with a reason of its own, which stays on record beside the
    /// protocol's answer.
    /// </summary>
    private async Task<ActResult.Refused?> MayRefuseAsync(
        CouncilWrite write,
        ItemVerdict verdict,
        ItemAsRead read,
        List<WithholdingGround> chosen,
        ItemRuling ruling,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (verdict.Kind != VerdictKind.May || ruling.InSpite.Length > 0)
        {
            return null;
        }

        var mayWithhold =
            chosen.Exists(ground => ground.IsConfidentialOrExempt)
            && (await rules.WithholdingAsync(read, viewer, write.Today, cancellationToken)).Outcome == Outcome.Permitted;
        return mayWithhold
            ? null
            : new ActResult.Refused(
                $"The protocol lets the member have it. {verdict.Why} If it is refused all the same, say why against the protocol.",
                SourceOf(verdict.Citations)
            );
    }

    private static ActResult.Refused? CheckReasons(ItemRuling ruling, List<WithholdingGround> chosen)
    {
        if (chosen.Count == 0)
        {
            return new("Choose at least one reason from the list.", Audience.SafeguardSource);
        }

        var words = ruling.Reasons.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));
        return words < FewestWords
            ? new("Say why in words that you could argue in public: what would come to harm, and how.", Audience.SafeguardSource)
            : null;
    }

    /// <summary>Keeping back what is confidential or exempt may be for one officer alone.</summary>
    private async Task<ActResult.Refused?> MayWithholdAsync(
        CouncilWrite write,
        Matter matter,
        ItemAsRead read,
        List<WithholdingGround> chosen,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (!chosen.Exists(ground => ground.IsConfidentialOrExempt))
        {
            return null;
        }

        var decision = await rules.WithholdingAsync(read, viewer, write.Today, cancellationToken);
        var answered = read.Questions.LastOrDefault(question =>
            question.Row is { Kind: ItemQuestionKind.ProperOfficer, Answer: ItemAnswerWord.Withhold }
        );
        if (decision.Route.Count > 0 && answered is null)
        {
            var why = string.Join(' ', decision.Shows.Select(show => show.Text).Distinct());
            return new($"{why} Ask that officer first.", SourceOf(decision.DecidedBy));
        }

        await decisions.KeepAsync(write, matter, decision.ToKeep(await library.OnAsync(write.Today, cancellationToken)), cancellationToken);
        return null;
    }

    private static string SourceOf(IEnumerable<Citation> citations) =>
        citations.Select(citation => citation.Norm).FirstOrDefault() ?? Audience.SafeguardSource;
}
