using Comity.Service.Search;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Find;

/// <summary>What somebody looks for again and again, and where it is given a name.</summary>
public sealed class ViewsModel(SavedViews views, CurrentViewer current) : PageModel
{
    /// <summary>What is to be saved: what stands behind the question mark of the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public bool IsNew => !string.IsNullOrEmpty(Query) || HttpMethods.IsPost(Request.Method);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Views = await views.OfAsync(await current.GetAsync(cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        if (await views.SaveAsync(viewer, Name, Query, cancellationToken) is not { } why)
        {
            TempData["Done"] = "The view is saved.";
            return LocalRedirect("/find/views");
        }

        ModelState.AddModelError(nameof(Name), why);
        Views = await views.OfAsync(viewer, cancellationToken);
        return Page();
    }
}
