using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Ask;

/// <summary>Asks what it is about, and shows by which right the member may have it in this council: by its protocol and the law, and by nothing else.</summary>
public sealed class RightModel(Drafts drafts, EnquiryRules rules, RightsToAsk rights, CurrentViewer current)
    : AskPageModel(drafts, rules, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Choose what it is about")]
    public string? Right { get; set; }

    public IReadOnlyList<RightShown> Shown { get; private set; } = [];

    public static string HintOf(RightShown shown) =>
        shown.Right == RightToAsk.Anybody ? "No need to know is asked, and you need not say why."
        : shown.IsForbidden ? "The protocol says no to this."
        : shown.Says.Lines is [var first, ..] ? $"{first.Clause.Clause} {first.Clause.Heading}"
        : "The protocol says nothing more of it.";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadShownAsync(cancellationToken);
        Right = Draft.Right;
        return Kind.IsForInformation ? Page() : RedirectToPage("Rule", new { draft = DraftId });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadShownAsync(cancellationToken);
        if (!Kind.IsForInformation)
        {
            return RedirectToPage("Rule", new { draft = DraftId });
        }

        if (Shown.FirstOrDefault(one => one.Right.Key == Right)?.Right is not { } right)
        {
            ModelState.Remove(nameof(Right));
            ModelState.AddModelError(nameof(Right), "Choose what it is about");
            return Page();
        }

        var facts = Draft
            .Facts.Where(fact => !RightToAsk.Answered.Contains(fact.Key))
            .ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        foreach (var (fact, value) in right.Facts)
        {
            facts[fact] = value;
        }

        await KeepAsync(Draft with { Facts = facts, Right = right.Key, ReasonToGoOn = null }, cancellationToken);
        return RedirectToPage("Rule", new { draft = DraftId });
    }

    private async Task LoadShownAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Shown = await rights.OfAsync(Case, cancellationToken);
    }
}
