using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Reads;

/// <summary>The matters whose log of reads was shown to the Monitoring Officer. For everybody else there is no such page.</summary>
public sealed class IndexModel(ComityDb db, CurrentViewer current) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<string> References { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        if (!viewer.Holds("monitoring-officer"))
        {
            throw new NotFoundException();
        }

        References = await db
            .Matters.AsNoTracking()
            .ReadsShownTo(db, viewer, current.Now)
            .OrderByDescending(matter => matter.OpenedAt)
            .Select(matter => matter.Reference)
            .Take(Most)
            .ToListAsync(cancellationToken);
    }
}
