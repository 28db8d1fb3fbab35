using Comity.Service.Advising;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Advising;

/// <summary>A page with a form about the advice in a matter.</summary>
public abstract class AdvicePage(Comity.Service.Requests.Enquiries enquiries, AdviceInMatter inMatter, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    /// <summary>Which advice of the matter; the latest where the address says none.</summary>
    [BindProperty(SupportsGet = true, Name = "advice")]
    public int? Number { get; set; }

    public IReadOnlyList<PieceOfAdvice> All { get; private set; } = [];

    /// <summary>The one that the form is about; null where there is none.</summary>
    public PieceOfAdvice? Advice { get; private set; }

    protected AdviceInMatter InMatter => inMatter;

    protected override string After => $"/enquiries/{Matter.Reference}/advice";

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        All = await inMatter.AllAsync(Matter.Id, cancellationToken);
        Advice = Number is null
            ? (All.Count == 0 ? null : All[^1])
            : All.FirstOrDefault(one => one.Number == Number) ?? throw new NotFoundException();
    }

    protected static IReadOnlyList<SelectListItem> Choices(IReadOnlyList<PressedBy> ways) =>
        [.. ways.Select(way => new SelectListItem(way.Label, way.Key))];
}
