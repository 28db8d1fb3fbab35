using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever raised it agrees to more, or takes a consent back.</summary>
public sealed class ConsentModel(ConcernMatters concerns, ChangeConsent act, CurrentViewer current) : ConcernPage(concerns, current)
{
    [BindProperty]
    public List<string> Given { get; set; } = [];

    protected override bool May(ConcernSeen seen) => seen is { IsRaiser: true, IsOpen: true };

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var result = await base.OnGetAsync(cancellationToken);
        Given = [.. ConcernConsent.All.Where(Course.HasConsent)];
        return result;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Given.Exists(to => !ConcernConsent.All.Contains(to)))
        {
            ModelState.AddModelError(nameof(Given), "Choose from the list");
            return Page();
        }

        return await FinishAsync(
            () => act.ExecuteAsync(new ChangeConsentRequest(At, Given), Viewer, cancellationToken),
            "What you agree to has been saved.",
            nameof(Given),
            cancellationToken
        );
    }
}
