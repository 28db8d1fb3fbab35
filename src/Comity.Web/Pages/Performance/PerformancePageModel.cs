using System.Globalization;
using Comity.Service.Arrangements;
using Comity.Service.Figures;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Performance;

/// <summary>
/// What the council shows everybody, if it has decided to: quarter by quarter. A quarter is no part of another, so that two of them cannot be taken from each
/// other; where the council has not decided it, there is nothing here.
/// </summary>
public abstract class PerformancePageModel(AnsweringFigures figures, ArrangementsInForce arrangements, ComityDb db, CurrentViewer current)
    : PageModel
{
    private const int Offered = 8;

    /// <summary>The first month of the quarter: 2026-07.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Quarter { get; set; }

    public IReadOnlyList<(DateOnly From, DateOnly Until)> Quarters { get; private set; } = [];

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }

    public PublishedFigures Published { get; private set; } = null!;

    /// <summary>The decision by which the council shows it.</summary>
    public string Minute { get; private set; } = "";

    public static string KeyOf(DateOnly from) => from.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    protected async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await arrangements.FindAsync(ArrangementKeys.PublicFigures, current.Today, cancellationToken) is not { Value: "yes" } decided)
        {
            throw new NotFoundException();
        }

        Minute = decided.Minute;
        Quarters = [.. CouncilYear.EndedQuarters(current.Today).Take(Offered)];
        var chosen = string.IsNullOrEmpty(Quarter) ? Quarters[0] : Quarters.FirstOrDefault(one => KeyOf(one.From) == Quarter);
        if (chosen == default)
        {
            throw new NotFoundException();
        }

        (From, Until) = chosen;
        var read = await figures.ReadAsync(new FiguresAsked(From, Until, null), cancellationToken);
        var services = await db.ServiceAreas.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
        Published = PublishedFigures.Of(
            read,
            services,
            kind => EnquiryKind.Find(kind) is { } found ? char.ToUpperInvariant(found.Noun[0]) + found.Noun[1..] : kind,
            "No service"
        );
    }
}
