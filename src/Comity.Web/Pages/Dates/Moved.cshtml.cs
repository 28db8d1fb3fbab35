using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Dates;

/// <summary>
/// The dates that a change of the calendar has moved, before and after: to everybody those of what they may see; to the clerk and the Monitoring Officer how many moved
/// in all, without saying of what. Of what is sealed nothing is counted.
/// </summary>
public sealed class MovedModel(ComityDb db, CurrentViewer current) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<MovedDate> Moved { get; private set; } = [];

    public IReadOnlyList<MovedDates> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        Moved = await MovedOf(db.Matters.AsNoTracking().VisibleTo(db, viewer, current.Now)).Take(Most).ToListAsync(cancellationToken);
        if (!viewer.Holds("clerk") && !viewer.Holds("monitoring-officer"))
        {
            return;
        }

        var all = await MovedOf(db.Matters.AsNoTracking().Where(matter => matter.Class == ContentClass.Indexed))
            .Select(moved => new
            {
                moved.At,
                moved.Duty,
                moved.Before,
                moved.After,
            })
            .Take(10_000)
            .ToListAsync(cancellationToken);
        Others =
        [
            .. all.GroupBy(moved => (On: LondonTime.DateOf(moved.At), moved.Duty, moved.Before, moved.After))
                .Select(group => new MovedDates(group.Key.On, group.Key.Duty, group.Key.Before, group.Key.After, group.Count())),
        ];
    }

    private IQueryable<MovedDate> MovedOf(IQueryable<Matter> matters) =>
        from entry in db.DueEntries.AsNoTracking()
        where entry.Kind == "recounted"
        join duty in db.Duties on entry.DutyId equals duty.Id
        join matter in matters on duty.MatterId equals matter.Id
        orderby entry.RecordedAt descending, entry.Id
        select new MovedDate(
            matter.Reference,
            duty.Kind,
            db.DueEntries.Where(before => before.DutyId == duty.Id && before.Sequence == entry.Sequence - 1)
                .Select(before => before.DueOn)
                .FirstOrDefault(),
            entry.DueOn,
            entry.RecordedAt
        );
}

/// <summary>One date that moved.</summary>
public sealed record MovedDate(string Reference, string Duty, DateOnly? Before, DateOnly? After, DateTime At);

/// <summary>How many dates moved alike.</summary>
public sealed record MovedDates(DateOnly On, string Duty, DateOnly? Before, DateOnly? After, int Count);
