using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Search;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Find;

/// <summary>All that the viewer may see, found by words and by what is known of it.</summary>
public sealed class IndexModel(MatterSearch search, CouncilNow now, RegisterChoices choices, SavedViews views, CurrentViewer current)
    : FindPageModel(current)
{
    private const int LastPage = 10_000;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<FoundMatter> Found { get; private set; } = [];

    /// <summary>Null where nothing could be looked for.</summary>
    public int? Count { get; private set; }

    public bool HasMore { get; private set; }

    /// <summary>What the viewer keeps to look for again.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>Where this is given a name and kept; null while nothing is looked for.</summary>
    public string? SaveAddress => Kept.Value is { Length: > 1 } kept ? "/find/views" + QueryString.Create("query", kept[1..]) : null;

    public string CsvAddress => "/find/csv" + Kept;

    public IReadOnlyList<SelectListItem> KindChoices { get; } =
    [.. EnquiryKind.All.Select(kind => new SelectListItem(Sentence(kind.Noun), kind.Key))];

    public IReadOnlyList<SelectListItem> StateChoices { get; } =
    [.. Enum.GetNames<MatterState>().Select(state => new SelectListItem(state, state))];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public string CountInWords =>
        Count switch
        {
            null => "",
            0 => "Nothing found",
            1 => "1 found",
            > MatterSearch.CountedTo => $"{MatterSearch.CountedTo}+ found",
            var count => $"{count} found",
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        await LoadChoicesAsync(cancellationToken);
        Views = await views.OfAsync(viewer, cancellationToken);
        if (!IsInOrder())
        {
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        Number = Math.Clamp(Number, 1, LastPage);
        Count = await search.CountAsync(Sought, viewer, Current.Now, cancellationToken);
        var found = await search.PageAsync(Sought, viewer, Current.Now, Number, MatterSearch.AtATime + 1, cancellationToken);
        (Found, HasMore) = ([.. found.Take(MatterSearch.AtATime)], found.Count > MatterSearch.AtATime);
        return Page();
    }

    public string AddressOf(int number) => "/find" + Kept.Add("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The words around what was found, with what was looked for marked.</summary>
    public static IHtmlContent Marked(string around)
    {
        ArgumentNullException.ThrowIfNull(around);
        var marked = new HtmlContentBuilder();
        foreach (var (place, piece) in around.Split(Excerpt.From, Excerpt.To).Index())
        {
            // Every second piece stood between the two signs.
            _ = place % 2 == 0 ? marked.Append(piece) : marked.AppendHtml("<mark>").Append(piece).AppendHtml("</mark>");
        }

        return marked;
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private async Task LoadChoicesAsync(CancellationToken cancellationToken)
    {
        Services = await choices.ServicesAsync(Current.Today, cancellationToken);
        Wards = await choices.WardsAsync(Current.Today, cancellationToken);
        var register = (await now.GetAsync(cancellationToken)).Register;
        var held = register.AllHeld(Current.Today).Where(office => !office.AsDeputy).ToList();
        Members = People(held.Where(office => office.Role == "member"));
        Officers = People(held.Where(office => office.Role != "member"));
    }

    private static IReadOnlyList<SelectListItem> People(IEnumerable<Comity.Service.People.HeldOffice> held) =>
        [
            .. held.DistinctBy(office => office.PersonId)
                .OrderBy(office => office.PersonName, StringComparer.Ordinal)
                .Select(office => new SelectListItem(office.PersonName, office.PersonId.ToString())),
        ];
}
