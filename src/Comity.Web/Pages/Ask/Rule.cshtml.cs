using Comity.Protocols;
using Comity.Protocols.Vocabularies;
using Comity.Service.Patterns;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Ask;

/// <summary>Asks what the protocol still needs to know, question by question, and then shows what it says before anything is written.</summary>
public sealed class RuleModel(Drafts drafts, EnquiryRules rules, RequestPatterns patterns, CurrentViewer current)
    : AskPageModel(drafts, rules, current)
{
    private const int MostCharacters = 1_000;

    /// <summary>The fact that is asked for: the protocol's next question, or one that it takes for granted and the person wants to put right.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Fact { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public EnquiryAnswer Answer { get; private set; } = null!;

    /// <summary>How much the member has asked before, where the protocol keeps a count of it; nobody else's is shown to anybody here.</summary>
    public OwnRequests? Before { get; private set; }

    public Fact? Asked =>
        Answer.Question?.Fact
        ?? Answer
            .Decision.Presumptions.Select(presumed => presumed.Fact)
            .FirstOrDefault(fact => fact.Name == Fact && fact.Choices.Count > 0);

    /// <summary>A power that the council has given is not answered for, but looked up in its register.</summary>
    private bool NeedsAuthority =>
        (Kind == EnquiryKind.Instruction && Draft.Authority is null) || (Kind.IsWork && Asked?.Name == Authority.GivenFact);

    /// <summary>What the protocol says to do instead, as far as it can be asked for here.</summary>
    public IEnumerable<EnquiryKind> Instead =>
        EnquiryKind.All.Where(kind => kind != Kind && Answer.Decision.Instead.Any(other => other.Act.Name == kind.Act));

    public bool NeedsReason => Answer.Decision.Outcome == Outcome.ShouldNot;

    public bool Stopped => Answer.Decision.Outcome is Outcome.Forbidden or Outcome.CannotTell;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Answer = await AnswerAsync(cancellationToken);
        Reason = Draft.ReasonToGoOn;
        Before = Asked is null && MemberId == Viewer.PersonId ? await patterns.OwnAsync(Answer.Decision, Viewer, cancellationToken) : null;
        return NeedsAuthority ? RedirectToPage("Authority", new { draft = DraftId }) : Page();
    }

    public async Task<IActionResult> OnPostInsteadAsync(string? kind, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Answer = await AnswerAsync(cancellationToken);
        if (Instead.FirstOrDefault(other => other.Key == kind) is not { } chosen)
        {
            return RedirectToPage(new { draft = DraftId });
        }

        await KeepAsync(
            Draft with
            {
                Kind = chosen.Key,
                Facts = new Dictionary<string, string>(),
                ReasonToGoOn = null,
                Authority = null,
                Right = null,
            },
            cancellationToken
        );
        return RedirectToPage(new { draft = DraftId });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Answer = await AnswerAsync(cancellationToken);
        if (Asked is { } asked)
        {
            if (Fact != asked.Name || asked.Choices.All(choice => choice.Name != Value))
            {
                ModelState.AddModelError(nameof(Value), "Choose an answer");
                return Page();
            }

            await KeepAsync(
                Draft with
                {
                    Facts = new Dictionary<string, string>(Draft.Facts) { [asked.Name] = Value! },
                },
                cancellationToken
            );
            return RedirectToPage(new { draft = DraftId, fact = (string?)null });
        }

        if (!Answer.IsEntitled || Stopped || NeedsAuthority)
        {
            return RedirectToPage(new { draft = DraftId });
        }

        if (NeedsReason && string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Enter your reason for going on");
            return Page();
        }

        if (NeedsReason && Reason!.Length > MostCharacters)
        {
            ModelState.AddModelError(nameof(Reason), "Your reason must be 1,000 characters or fewer");
            return Page();
        }

        await KeepAsync(Draft with { ReasonToGoOn = NeedsReason ? Reason!.Trim() : null }, cancellationToken);

        // A question that only came up with the service is answered when everything else is written.
        var isWritten = Answer.Contact is not null && Draft is { Subject: not null, Question: not null };
        return RedirectToPage(isWritten ? "Check" : "Details", new { draft = DraftId });
    }
}
