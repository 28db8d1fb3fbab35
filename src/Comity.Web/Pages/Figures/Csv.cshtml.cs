using System.Globalization;
using Comity.Service.Figures;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Figures;

/// <summary>The same figures as a table for a spreadsheet.</summary>
public sealed class CsvModel(AnsweringFigures figures, FigureRights rights, ComityDb db, CurrentViewer current)
    : FiguresPageModel(figures, rights, db, current)
{
    private static readonly string[] Columns =
    [
        "By",
        "Of",
        "Due",
        "In time",
        "Answered",
        "Median working days",
        "Come back on",
        "Rated",
        "Satisfied",
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return LocalRedirect("/figures" + Kept);
        }

        await using var csv = CsvTable.Open(Response, "figures", LastDay, Columns);
        if (Read is { } read)
        {
            Add(csv, "All", "All", read.All);
        }

        foreach (var table in Tables)
        {
            foreach (var (name, tally) in table.Lines)
            {
                Add(csv, table.Title, name, tally);
            }
        }

        return new EmptyResult();
    }

    private static void Add(CsvTable csv, string by, string name, Tally tally) =>
        csv.Add(
            by,
            name,
            Text(tally.Due),
            Text(tally.InTime),
            Text(tally.Answered),
            tally.MedianDays?.ToString("0.#", CultureInfo.InvariantCulture) ?? "",
            Text(tally.FollowedUp),
            Text(tally.Rated),
            Text(tally.Satisfied)
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
