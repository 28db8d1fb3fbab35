using System.Globalization;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Comity.Web.Infrastructure;

/// <summary>
/// The record as one ZIP, written to the browser while it is made, and only ever as a download. It holds in full what the viewer may see; of
/// all else the leaf hashes.
/// </summary>
internal sealed class RecordDownload(Viewer viewer, DateOnly day) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var export = http.RequestServices.GetRequiredService<ExportRecord>();
        using var signer = http.RequestServices.GetRequiredService<RecordKeys>().Read();
        await NoteReadsAsync(http);
        var response = http.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"record-{day:yyyy-MM-dd}.zip"),
        }.ToString();
        response.Headers.CacheControl = "no-store";
        await export.ExecuteAsync(viewer, signer, response.Body, progress: null, http.RequestAborted);
    }

    // A confidential part that leaves in a file has been read, as surely as on a page.
    private async Task NoteReadsAsync(HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<ComityDb>();
        var reads = http.RequestServices.GetRequiredService<ReadLog>();
        var at = http.RequestServices.GetRequiredService<CurrentViewer>().Now;
        var held = await db
            .Grants.AsNoTracking()
            .Where(grant => viewer.Tokens.Contains(grant.Token) && grant.From <= at && (grant.Until == null || grant.Until > at))
            .Select(grant => new { grant.Part, Matter = db.Matters.Single(matter => matter.Id == grant.MatterId) })
            .Where(row =>
                (row.Part == Parts.Content && row.Matter.Class == ContentClass.Sealed)
                || (row.Part == Parts.Constituent && db.Contents.Any(item => item.MatterId == row.Matter.Id && item.Part == row.Part))
            )
            .ToListAsync(http.RequestAborted);
        foreach (var read in held.DistinctBy(row => (row.Matter.Id, row.Part)))
        {
            await reads.NoteAsync(read.Matter, read.Part, viewer, http.RequestAborted);
        }
    }
}
