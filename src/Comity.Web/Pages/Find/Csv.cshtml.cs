using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Find;

/// <summary>
/// What was found, as a table for a spreadsheet. A sealed matter has its reference, kind and dates in it and no words: a file leaves every wall behind.
/// </summary>
public sealed class CsvModel(MatterSearch search, CurrentViewer current) : FindPageModel(current)
{
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
        await using var table = CsvTable.Open(Response, "found", Current.Today, Columns);
        await foreach (var found in search.AllAsync(Sought, viewer, Current.Now, cancellationToken))
        {
            table.Add(
                found.Reference,
                found.KindInWords,
                found.Subject ?? "sealed",
                found.State.ToString(),
                CsvTable.Day(found.ReceivedOn),
                CsvTable.Day(found.DueOn),
                CsvTable.Day(found.AnsweredAt is { } answered ? LondonTime.DateOf(answered) : null),
                found.Service ?? "",
                found.Ward ?? "",
                found.Asker ?? "",
                found.Owner ?? ""
            );
            await table.SendSomeAsync(cancellationToken);
        }

        return new EmptyResult();
    }
}
