using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Record;

/// <summary>The council's record for those who keep it. For everybody else there is no such page.</summary>
public sealed class IndexModel(ComityDb db, CurrentViewer current, RecordKeys keys, VerifyReads reads) : PageModel
{
    private const int MostCheckpoints = 20;

    public long Size { get; private set; }

    public IReadOnlyList<SignedCheckpoint> Checkpoints { get; private set; } = [];

    public string VerifierKey { get; private set; } = "";

    /// <summary>Whether this viewer may have the log of reads checked: how confidential things are read is the Monitoring Officer's to watch.</summary>
    public bool MayCheckReads { get; private set; }

    public bool ReadsChecked { get; private set; }

    /// <summary>What is wrong with the log of reads; null when it stands.</summary>
    public string? ReadsFinding { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayCheckReads = (await ViewerAsync(cancellationToken)).Holds("monitoring-officer");
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
        return await db.RecordHeads.AnyAsync(head => head.Size > 0, cancellationToken)
            ? new RecordDownload(viewer, current.Today)
            : RedirectToPage();
    }

    public async Task<IActionResult> OnPostReadsAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (!MayCheckReads)
        {
            throw new NotFoundException();
        }

        ReadsFinding = await reads.ExecuteAsync(cancellationToken);
        ReadsChecked = true;
        return Page();
    }

    private async Task<Viewer> ViewerAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        return viewer.Holds("clerk") || viewer.Holds("monitoring-officer") ? viewer : throw new NotFoundException();
    }
}
