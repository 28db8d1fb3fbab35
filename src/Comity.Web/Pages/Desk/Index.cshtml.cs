using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Desk;

/// <summary>What a clerk, a Monitoring Officer or the head of a service looks after; for whoever looks after nothing there is no desk.</summary>
public sealed class IndexModel(CurrentViewer current) : PageModel
{
    public IReadOnlyList<DeskEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Entries = Navigation.DeskOf(await current.GetAsync(cancellationToken));
        if (Entries.Count == 0)
        {
            throw new NotFoundException();
        }
    }
}
