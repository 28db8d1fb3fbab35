using Comity.Protocols.Language;
using Comity.Protocols.Vocabularies;
using Comity.Service.Content;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

/// <summary>One thing that was asked for: what was found, what the protocol says of letting it out and why, what was decided, and what has become of it since.</summary>
public sealed class ItemModel(
    Comity.Service.Requests.Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    MatterNames names,
    ReadLog reads,
    CurrentViewer current
) : ItemPageModel(enquiries, items, current)
{
    /// <summary>What the protocol says of letting it out; null for whoever does not decide it, and while nothing was found.</summary>
    public ItemVerdict? Verdict { get; private set; }

    public IReadOnlyList<Fact> Questions { get; private set; } = [];

    public NamesInMatter Names { get; private set; } = null!;

    /// <summary>Whether what was decided is shown: to those who decide it, and to everybody once the member was told.</summary>
    public bool IsShown => IsInside || Read.Item.ToldAt is not null;

    public bool MayAnswer => AnswerDoubt.IsAskedOf(Standing, Viewer, ItemQuestions.Consulted) && Read.Doubts.Any();

    public bool MayReview => AnswerDoubt.IsAskedOf(Standing, Viewer, ItemQuestions.Reviewing) && Read.Review is not null;

    /// <summary>Whether it is still to be decided: nothing is, once the matter is closed.</summary>
    public bool IsOpen => Read.Item.Outcome == ItemOutcome.Open && Matter.State != MatterState.Closed;

    public string HeadlineOf(VerdictKind kind) =>
        kind switch
        {
            VerdictKind.May => "The member may have it",
            VerdictKind.Silent => "The protocol does not say",
            VerdictKind.ShouldNot => "It should not be let out",
            VerdictKind.Open => "Not before this is done",
            VerdictKind.AskFirst => "Somebody has to be asked first",
            VerdictKind.NeedsFacts => "One more answer is needed",
            _ => "It may not be let out",
        };

    /// <summary>The citations on which it rests, the protocol's first.</summary>
    public IReadOnlyList<Protocols.Explanations.Citation> Citations =>
        Verdict is null
            ? []
            : [.. Verdict.Citations.OrderBy(citation => citation.Layer != Layer.Protocol).ThenBy(citation => citation.Layer)];

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content) && InformationItems.IsAskedIn(standing.Matter);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        Names = await names.OfAsync(Matter, Standing.Parties, [Read.Item.DeciderToken ?? ""], cancellationToken);
        if (!IsInside)
        {
            return;
        }

        Questions = await rules.QuestionsAsync(Today, cancellationToken);
        if (Read.Findings is not null)
        {
            Verdict = await rules.OfAsync(Read, Viewer, Today, [], cancellationToken);
        }
    }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await base.OnGetAsync(cancellationToken);
        if (Matter.Class == ContentClass.Sealed)
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }

        // Who has agreed is sealed in every matter, and each opening of it is logged.
        if (IsInside && Read.Item.ConsentContentId is not null)
        {
            await reads.NoteAsync(Matter, Parts.Constituent, Viewer, cancellationToken);
        }

        return Page();
    }

    public string AskedOf(ItemQuestion question) =>
        Standing.Parties.FirstOrDefault(party => party.Id == question.PartyId) is { } party ? Names.Of(party) : "the protocol";

    public static string AnswerInWords(ItemAnswerWord? answer) =>
        answer switch
        {
            null => "no answer yet",
            ItemAnswerWord.Settled => "answered",
            ItemAnswerWord.PassedOn => "passed on",
            ItemAnswerWord.Release => "it may be let out",
            ItemAnswerWord.Withhold => "it is to be kept back",
            ItemAnswerWord.Upheld => "the decision stands",
            ItemAnswerWord.Changed => "the decision was changed",
            ItemAnswerWord.Allowed => "allowed",
            ItemAnswerWord.GoesOnWithReason => "advised against; the member goes on and says why",
            ItemAnswerWord.NotAllowed => "not allowed",
            _ => "the protocol does not say",
        };
}
