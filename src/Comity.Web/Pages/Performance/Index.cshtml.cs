using Comity.Service.Arrangements;
using Comity.Service.Figures;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Figures;

namespace Comity.Web.Pages.Performance;

/// <summary>How the council answers its members, for everybody.</summary>
public sealed class IndexModel(AnsweringFigures figures, ArrangementsInForce arrangements, ComityDb db, CurrentViewer current)
    : PerformancePageModel(figures, arrangements, db, current)
{
    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>What may not be said has no bar: its length would say it.</summary>
    public static IReadOnlyList<Bar> Bars(IReadOnlyList<PublishedLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return [.. lines.Select(line => new Bar(line.Name, line.InTime, line.Share ?? 0))];
    }
}
