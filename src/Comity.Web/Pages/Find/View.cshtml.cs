using Comity.Service.Search;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Find;

/// <summary>One of somebody's saved views. For everybody else there is none.</summary>
public sealed class ViewModel(SavedViews views, CurrentViewer current) : PageModel
{
    [FromRoute(Name = "view")]
    public Guid ViewId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public SavedView Saved { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Name = Saved.Name;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await views.RenameAsync(ViewId, await current.GetAsync(cancellationToken), Name, cancellationToken) is { } why)
        {
            ModelState.AddModelError(nameof(Name), why);
            return Page();
        }

        return Done("The view is renamed.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await views.RemoveAsync(ViewId, await current.GetAsync(cancellationToken), cancellationToken);
        return Done("The view is removed.");
    }

    private LocalRedirectResult Done(string done)
    {
        TempData["Done"] = done;
        return LocalRedirect("/find/views");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Saved =
            await views.FindAsync(ViewId, await current.GetAsync(cancellationToken), cancellationToken) ?? throw new NotFoundException();
}
