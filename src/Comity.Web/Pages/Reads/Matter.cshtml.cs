using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Reads;

/// <summary>
/// Who has opened what of a matter: for the two sides of it, and for whoever was given leave to see the log and nothing else. For everybody else there
/// is no such matter.
/// </summary>
public sealed class MatterModel(
    Comity.Service.Requests.Enquiries enquiries,
    ReadsOfMatter log,
    ReadLog reads,
    ComityDb db,
    CurrentViewer current
) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public Matter Matter { get; private set; } = null!;
    public IReadOnlyList<ReadShown> Reads { get; private set; } = [];
    public bool SeesTheMatter { get; private set; }

    /// <summary>The member who asked has not shown it to the Monitoring Officer yet.</summary>
    public bool MayShow { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await LoadAsync(cancellationToken);
        if (!SeesTheMatter)
        {
            await reads.NoteAsync(Matter, Parts.Reads, viewer, cancellationToken);
        }

        return Page();
    }

    private async Task<Viewer> LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        var standing = await enquiries.FindAsync(Reference, viewer, cancellationToken);
        SeesTheMatter = standing is { IsAsker: true } or { IsOwner: true };
        Matter = (SeesTheMatter ? standing!.Matter : await ShownAsync(viewer, cancellationToken)) ?? throw new NotFoundException();
        Reads = await log.OfAsync(Matter, cancellationToken);
        var (matter, now) = (Matter.Id, current.Now);
        MayShow =
            standing is { IsAsker: true }
            && !await db.Grants.AnyAsync(
                grant => grant.MatterId == matter && grant.Part == Parts.Reads && (grant.Until == null || grant.Until > now),
                cancellationToken
            );
        return viewer;
    }

    private async Task<Matter?> ShownAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var wanted = PublicReference.TryParse(Reference, out var parsed) ? parsed.Value : "";
        return await db
            .Matters.AsNoTracking()
            .ReadsShownTo(db, viewer, current.Now)
            .SingleOrDefaultAsync(matter => matter.Reference == wanted, cancellationToken);
    }
}
