using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.People;

/// <summary>The declared relationships that the viewer may see; for most people that is their own or none.</summary>
public sealed class RelationshipsModel(Relationships relationships, CurrentViewer current) : PageModel
{
    public IReadOnlyList<Relationships.Entry> Entries { get; private set; } = [];
    public bool KeepsThem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        KeepsThem = viewer.Holds("monitoring-officer");
        Entries = await relationships.SeenByAsync(viewer, null, cancellationToken);
    }
}
