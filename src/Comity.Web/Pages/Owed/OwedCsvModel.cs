using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Owed;

/// <summary>The same list as a table for a spreadsheet.</summary>
public abstract class OwedCsvModel(OwedList owed, CurrentViewer current, bool asDebtor) : OwedAddress(current, asDebtor)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsInOrder())
        {
            return LocalRedirect(Path + Narrowing);
        }

        var viewer = await Current.GetAsync(cancellationToken);
        await using var table = CsvTable.Open(
            Response,
            AsDebtor ? "owed-by-me" : "owed-to-me",
            Current.Today,
            "Reference",
            "Kind",
            "Subject",
            "What",
            "Due",
            "State"
        );
        await foreach (var line in owed.AllAsync(viewer, Current.Now, AsDebtor, All, Filter, cancellationToken))
        {
            table.Add(line.Reference, line.Kind, line.Subject, line.What, CsvTable.Day(line.DueOn), line.StateInWords(Current.Today));
            await table.SendSomeAsync(cancellationToken);
        }

        return new EmptyResult();
    }
}
