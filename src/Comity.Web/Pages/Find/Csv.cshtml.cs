using System.Globalization;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Comity.Web.Pages.Find;

/// <summary>
/// What was found, as a table for a spreadsheet, written while it is read. A sealed matter has its reference, kind and dates in it and no words: a
/// file leaves every wall behind.
/// </summary>
public sealed class CsvModel(MatterSearch search, CurrentViewer current) : FindPageModel(current)
{
    private const int RowsAtATime = 200;

    private static readonly string[] Columns =
    [
        "Reference",
        "Kind",
        "Subject",
        "State",
        "Received",
        "Due",
        "Answered",
        "Service",
        "Ward",
        "Asked by",
        "With",
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsInOrder())
        {
            return Redirect("/find" + Kept);
        }

        var viewer = await Current.GetAsync(cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"found-{Current.Today:yyyy-MM-dd}.csv"),
        }.ToString();
        Response.Headers.CacheControl = "no-store";
        await WriteAsync(viewer, cancellationToken);
        return new EmptyResult();
    }

    private async Task WriteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(
            Response.Body,
            new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true },
            leaveOpen: true
        );
        Write(csv, Columns);
        var rows = 0;
        await foreach (var found in search.AllAsync(Sought, viewer, Current.Now, cancellationToken))
        {
            Write(
                csv,
                found.Reference,
                found.KindInWords,
                found.Subject ?? "sealed",
                found.State.ToString(),
                Day(found.ReceivedOn),
                Day(found.DueOn),
                Day(found.AnsweredAt is { } answered ? LondonTime.DateOf(answered) : null),
                found.Service ?? "",
                found.Ward ?? "",
                found.Asker ?? "",
                found.Owner ?? ""
            );
            if (++rows % RowsAtATime == 0)
            {
                await csv.FlushAsync(cancellationToken);
            }
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static void Write(CsvWriter csv, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.EndRecord();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
