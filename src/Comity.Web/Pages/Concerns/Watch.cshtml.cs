using Comity.Service.Concerns.Watch;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Concerns;

/// <summary>
/// What was done to people after they had raised a concern, for whoever watches over those concerns. For everybody else there is no such page; a Monitoring Officer to whom
/// nothing was shown is told so.
/// </summary>
public sealed class WatchModel(LaterActsShown shown, CouncilOnDate council, ReadLog reads, CurrentViewer current) : PageModel
{
    private const string MonitoringOfficer = "monitoring-officer";

    private CouncilRegister _register = null!;

    public IReadOnlyList<LaterActsShown.Line> Lines { get; private set; } = [];

    public string What(LaterActsShown.Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return LaterActWords.What(_register, line.Course, line.Act);
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        Lines = await shown.ToAsync(viewer, cancellationToken);
        if (Lines.Count == 0 && !viewer.Holds(MonitoringOfficer))
        {
            throw new NotFoundException();
        }

        _register = await council.RegisterAsync(current.Today, cancellationToken);
        foreach (var matter in Lines.Select(line => line.Matter).DistinctBy(matter => matter.Id))
        {
            await reads.NoteAsync(matter, Parts.LaterActs, viewer, cancellationToken);
        }
    }
}
