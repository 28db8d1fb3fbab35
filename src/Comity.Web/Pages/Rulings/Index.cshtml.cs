using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Rulings;

/// <summary>Every ruling and piece of advice, those that have ended too.</summary>
public sealed class IndexModel(ComityDb db, Library library, CurrentViewer current) : PageModel
{
    public IReadOnlyList<RulingAsRead> Rulings { get; private set; } = [];

    public bool MayRule { get; private set; }

    /// <summary>What it counts for under this protocol.</summary>
    public string Weight { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Rulings = await RulingAsRead.AllAsync(db, current.Today, cancellationToken);
        var hasTexts = await db.TextEditions.AnyAsync(cancellationToken);
        MayRule = hasTexts && (await current.GetAsync(cancellationToken)).Holds("monitoring-officer");
        var read = hasTexts ? await library.OnAsync(current.Today, cancellationToken) : null;
        var binding = read is { RulingsBind: true } ? read.File.Control.BindingRulings : null;
        Weight = binding is null
            ? "The protocol gives nobody the last word on what it means: what stands here is advice, until the council adopts it by a minute as an arrangement of its own."
            : $"The protocol gives the Monitoring Officer the last word on what it means ({binding}): a ruling decides from its first day on.";
    }
}
