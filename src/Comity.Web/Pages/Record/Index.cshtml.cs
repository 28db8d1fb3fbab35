using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Record;

/// <summary>The council's record for those who keep it. For everybody else there is no such page.</summary>
public sealed class IndexModel(ComityDb db, CurrentViewer current, RecordKeys keys) : PageModel
{
    private const int MostCheckpoints = 20;

    public long Size { get; private set; }

    public IReadOnlyList<SignedCheckpoint> Checkpoints { get; private set; } = [];

    public string VerifierKey { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ViewerAsync(cancellationToken);
        Size = await db.RecordHeads.AsNoTracking().Select(head => head.Size).FirstOrDefaultAsync(cancellationToken);
        Checkpoints = await db
            .Checkpoints.AsNoTracking()
            .OrderByDescending(checkpoint => checkpoint.Size)
            .Take(MostCheckpoints)
            .ToListAsync(cancellationToken);
        using var key = keys.Read();
        VerifierKey = key.Verifier.ToString();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await ViewerAsync(cancellationToken);
        return await db.RecordHeads.AnyAsync(cancellationToken) ? new RecordDownload(viewer, current.Today) : RedirectToPage();
    }

    private async Task<Viewer> ViewerAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        return viewer.Holds("clerk") || viewer.Holds("monitoring-officer") ? viewer : throw new NotFoundException();
    }
}
