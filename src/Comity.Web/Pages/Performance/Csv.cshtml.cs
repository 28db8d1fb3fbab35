using Comity.Service.Arrangements;
using Comity.Service.Figures;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Performance;

/// <summary>The same as a table for a spreadsheet, with the same kept back.</summary>
public sealed class CsvModel(AnsweringFigures figures, ArrangementsInForce arrangements, ComityDb db, CurrentViewer current)
    : PerformancePageModel(figures, arrangements, db, current)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await using var csv = CsvTable.Open(Response, "performance", Until, "By", "Of", "Due", "In time");
        csv.Add("All", "All", Published.All.Due, Published.All.InTime);
        foreach (var (by, lines) in new[] { ("Service", Published.ByService), ("Kind", Published.ByKind) })
        {
            foreach (var line in lines)
            {
                csv.Add(by, line.Name, line.Due, line.InTime);
            }
        }

        return new EmptyResult();
    }
}
