using Comity.Protocols;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Ask;

/// <summary>Asks what the protocol still needs to know, question by question, and then shows what it says before anything is written.</summary>
public sealed class RuleModel(Drafts drafts, EnquiryRules rules, CurrentViewer current) : AskPageModel(drafts, rules, current)
{
    private const int MostCharacters = 1_000;

    [BindProperty]
    public string? Fact { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public EnquiryAnswer Answer { get; private set; } = null!;

    public bool NeedsReason => Answer.Decision.Outcome == Outcome.ShouldNot;

    public bool Stopped => Answer.Decision.Outcome is Outcome.Forbidden or Outcome.CannotTell;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Answer = await AnswerAsync(cancellationToken);
        Reason = Draft.ReasonToGoOn;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Answer = await AnswerAsync(cancellationToken);
        if (Answer.Question is { } question)
        {
            if (Fact != question.Fact.Name || question.Answers.All(choice => choice.Name != Value))
            {
                ModelState.AddModelError(nameof(Value), "Choose an answer");
                return Page();
            }

            await KeepAsync(
                Draft with
                {
                    Facts = new Dictionary<string, string>(Draft.Facts) { [question.Fact.Name] = Value! },
                },
                cancellationToken
            );
            return RedirectToPage(new { draft = DraftId });
        }

        if (!Answer.IsMember || Stopped)
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
        return RedirectToPage("Details", new { draft = DraftId });
    }
}
