using System.Globalization;
using Comity.Service.Concerns;
using Comity.Service.Figures;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Figures;

/// <summary>Numbers of concerns, for those who answer for the whole council.</summary>
public sealed class ConcernsModel(ConcernFigures figures, FigureRights rights, CurrentViewer current) : PageModel
{
    /// <summary>The year in which the council year begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public ConcernsCounted? Counted { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!(await rights.OfAsync(await current.GetAsync(cancellationToken), current.Today, cancellationToken)).IsWhole)
        {
            throw new NotFoundException();
        }

        var years = CouncilYear.EndedYears(current.Today).Take(ConcernFigures.Years).ToList();
        Years = [.. years.Select(from => new SelectListItem(InWords(from, from.AddYears(1).AddDays(-1)), KeyOf(from)))];
        var chosen = string.IsNullOrWhiteSpace(Year) ? years[0] : years.Find(from => KeyOf(from) == Year);
        if (chosen == default)
        {
            ModelState.AddModelError(nameof(Year), "Choose a year from the list");
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        Year = KeyOf(chosen);
        Counted = await figures.ReadAsync(chosen, cancellationToken);
        return Page();
    }

    public static string InWords(DateOnly from, DateOnly until)
    {
        var british = CultureInfo.GetCultureInfo("en-GB");
        return $"{from.ToString("d MMMM yyyy", british)} to {until.ToString("d MMMM yyyy", british)}";
    }

    private static string KeyOf(DateOnly from) => from.Year.ToString(CultureInfo.InvariantCulture);
}
