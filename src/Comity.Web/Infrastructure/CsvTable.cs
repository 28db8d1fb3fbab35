using System.Globalization;
using CsvHelper;
using Microsoft.Net.Http.Headers;

namespace Comity.Web.Infrastructure;

/// <summary>
/// A table for a spreadsheet, handed out as a file and written while it is read. A field that a spreadsheet would take for a formula is made text: what
/// people wrote is in it.
/// </summary>
public sealed class CsvTable : IAsyncDisposable
{
    private const int RowsAtATime = 200;

    private readonly CsvWriter _csv;
    private int _rows;

    private CsvTable(CsvWriter csv) => _csv = csv;

    public static CsvTable Open(HttpResponse response, string name, DateOnly day, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"{name}-{day:yyyy-MM-dd}.csv"),
        }.ToString();
        response.Headers.CacheControl = "no-store";
        var table = new CsvTable(
            CsvWriter.Create(
                response.Body,
                new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true },
                leaveOpen: true
            )
        );
        table.Write(columns);
        return table;
    }

    public void Add(params ReadOnlySpan<string> fields)
    {
        Write(fields);
        _rows++;
    }

    /// <summary>Sends what has gathered, every so many rows.</summary>
    public async ValueTask SendSomeAsync(CancellationToken cancellationToken)
    {
        if (_rows % RowsAtATime == 0)
        {
            await _csv.FlushAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _csv.FlushAsync(CancellationToken.None);
        await _csv.DisposeAsync();
    }

    /// <summary>A day as every spreadsheet reads it.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private void Write(ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            _csv.WriteField(field);
        }

        _csv.EndRecord();
    }
}
