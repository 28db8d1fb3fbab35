using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns.Raise;

/// <summary>What the person agrees to: whether it begins formally, whether a name may be passed on, whether somebody from outside may help.</summary>
public sealed class ConsentModel(ConcernDrafts drafts, ConcernRules rules, CouncilOnDate council, CurrentViewer current)
    : RaisePage(drafts, rules, council, current)
{
    [BindProperty]
    public List<string> Consents { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Consents = [.. Draft.Consents ?? []];
        return Draft.WhatHappened is null ? LocalRedirect(Step("words")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Consents.Exists(to => !ConcernConsent.All.Contains(to)))
        {
            ModelState.AddModelError(nameof(Consents), "Choose from the list");
            return Page();
        }

        await KeepAsync(Draft with { Consents = Consents }, cancellationToken);
        return LocalRedirect(Step("check"));
    }
}
