using System.Globalization;
using Comity.Service.Advising;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Advising;

/// <summary>Two versions of a piece of advice, part by part, side by side.</summary>
public sealed class VersionsModel(
    Comity.Service.Requests.Enquiries enquiries,
    AdviceInMatter inMatter,
    AdviceReading reading,
    CurrentViewer current
) : EnquiryPage(enquiries, current)
{
    [BindProperty(SupportsGet = true, Name = "advice")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public int? To { get; set; }

    public AdviceShown Advice { get; private set; } = null!;
    public VersionShown Before { get; private set; } = null!;
    public VersionShown After { get; private set; } = null!;

    public IEnumerable<SelectListItem> Choices(VersionShown chosen) =>
        Advice.Versions.Select(version => new SelectListItem(
            $"Version {version.Number.ToString(CultureInfo.InvariantCulture)}, {LondonInstant.InWords(version.At)}",
            version.Number.ToString(CultureInfo.InvariantCulture),
            version.Number == chosen.Number
        ));

    protected override bool May(Standing standing) => AdviceInMatter.IsFor(standing.Matter) && standing.MaySee(Parts.Content);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        ModelState.Clear();
        return Page();
    }

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var all = await reading.OfAsync(await inMatter.AllAsync(Matter.Id, cancellationToken), Standing, Viewer, cancellationToken);
        Advice = all.LastOrDefault(one => Number is null || one.Number == Number) ?? throw new NotFoundException();
        After = Find(To) ?? Advice.Versions[^1];
        Before = Find(From) ?? Find(After.Number - 1) ?? Advice.Versions[0];
    }

    private VersionShown? Find(int? number) => Advice.Versions.FirstOrDefault(version => version.Number == number);
}
