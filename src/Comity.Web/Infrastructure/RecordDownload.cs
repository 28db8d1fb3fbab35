using System.Globalization;
using Comity.Service.Matters;
using Comity.Service.Record;
using Microsoft.AspNetCore.Mvc;
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
        var response = http.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"record-{day:yyyy-MM-dd}.zip"),
        }.ToString();
        response.Headers.CacheControl = "no-store";
        await export.ExecuteAsync(viewer, signer, response.Body, progress: null, http.RequestAborted);
    }
}
