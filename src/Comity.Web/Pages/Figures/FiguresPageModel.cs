using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Comity.Service.Figures;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Figures;

/// <summary>Figures for whoever answers for a service or for the whole council. The period and the service stand in the address.</summary>
public abstract class FiguresPageModel(AnsweringFigures figures, FigureRights rights, ComityDb db, CurrentViewer current) : PageModel
{
    private const int LongestInYears = 10;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "The first day")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "The last day")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    public FigureRights.Reach Reach { get; private set; } = new(false, []);

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    /// <summary>Null where there is nothing to be seen, or what was asked makes no sense.</summary>
    public FiguresRead? Read { get; private set; }

    public IReadOnlyList<FigureTable> Tables { get; private set; } = [];

    /// <summary>What narrows it, for the link to its file.</summary>
    public QueryString Kept =>
        QueryString.Create(
            Request.Query.SelectMany(given =>
                given.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(given.Key, value))
            )
        );

    protected CurrentViewer Current => current;

    /// <returns>Whether what was asked makes sense.</returns>
    protected async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        Reach = await rights.OfAsync(viewer, current.Today, cancellationToken);
        if (Reach.IsNothing && viewer.Roles.All(role => role == "member"))
        {
            throw new NotFoundException();
        }

        // The last twelve months, this one with them.
        LastDay = Until ?? current.Today;
        FirstDay = From ?? new DateOnly(LastDay.Year, LastDay.Month, 1).AddMonths(-11);
        if (FirstDay > LastDay)
        {
            ModelState.AddModelError(nameof(Until), "The last day must be the same as or after the first");
        }
        else if (FirstDay < LastDay.AddYears(-LongestInYears))
        {
            ModelState.AddModelError(nameof(From), $"Choose {LongestInYears} years or fewer");
        }

        // A service that is not the viewer's and one that is not there are answered alike.
        if (Service is { } chosen && Reach.Services.All(service => service.Id != chosen))
        {
            ModelState.AddModelError(nameof(Service), "Choose a service from the list");
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        if (!Reach.IsNothing)
        {
            IReadOnlyCollection<Guid>? services =
                Service is { } one ? [one]
                : Reach.IsWhole ? null
                : [.. Reach.Services.Select(service => service.Id)];
            Read = await figures.ReadAsync(new FiguresAsked(FirstDay, LastDay, services), cancellationToken);
            Tables = await TablesAsync(Read, cancellationToken);
        }

        return true;
    }

    private async Task<IReadOnlyList<FigureTable>> TablesAsync(FiguresRead read, CancellationToken cancellationToken)
    {
        var services = await db.ServiceAreas.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
        var wards = await db.Wards.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
        return
        [
            new("service", "By service", Named(read.ByService, id => services.GetValueOrDefault(id, "No service"))),
            new("ward", "By ward", Named(read.ByWard, id => wards.GetValueOrDefault(id, "No ward"))),
            new("kind", "By kind", Named(read.ByKind, kind => Sentence(EnquiryKind.Find(kind)?.Noun ?? kind))),
            new(
                "month",
                "By month",
                [.. read.ByMonth.Select(one => (one.Key.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), one.Value))]
            ),
        ];
    }

    private static IReadOnlyList<(string, Tally)> Named<TKey>(IDictionary<TKey, Tally> tallies, Func<TKey, string> name) =>
        [.. tallies.Select(one => (name(one.Key), one.Value)).OrderBy(one => one.Item1, StringComparer.Ordinal)];

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
