using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages;

/// <summary>The first page is what matters first: to a member what they are owed, to everybody else the first thing in their menu.</summary>
public sealed class IndexModel(CurrentViewer current, Navigation menu, ComityDb db) : PageModel
{
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    public IReadOnlyList<string> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Viewer = await current.GetAsync(cancellationToken);
        if (Viewer.OfficeIds.Count > 0 && menu.FirstOf(Viewer) is { } first)
        {
            return LocalRedirect(Viewer.Holds("member") ? "/what-i-am-owed" : first);
        }

        var ids = Viewer.OfficeIds;
        Offices = await db
            .Offices.Where(office => ids.Contains(office.Id))
            .OrderBy(office => office.Title)
            .Select(office => office.Title)
            .ToListAsync(cancellationToken);
        return Page();
    }
}
