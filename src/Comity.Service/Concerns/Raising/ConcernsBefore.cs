using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Raising;

/// <summary>
/// Counts what the viewer may see anyway, so that many small concerns, or concerns to and fro, are seen as what they are. Nothing is refused because of it (wigan 5.4).
/// </summary>
public sealed class ConcernsBefore(ComityDb db, ConcernCourses courses, TimeProvider clock)
{
    /// <summary>How far back it is counted.</summary>
    public const int Months = 12;

    /// <param name="raisedBy">Null for somebody from outside, of whom no other concern can be known.</param>
    /// <param name="besides">The concern itself, which does not count; null before it is sent.</param>
    public async Task<CountedBefore> CountAsync(
        Viewer viewer,
        Guid? raisedBy,
        Guid about,
        Guid? besides,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddMonths(-Months);
        var ids = await db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, now)
            .Where(matter => matter.Kind == Concern.MatterKind && matter.OpenedAt >= since && matter.Id != besides)
            .Select(matter => matter.Id)
            .ToListAsync(cancellationToken);
        var (bySame, aboutSame, between, otherWay) = (0, 0, 0, 0);
        foreach (var id in ids)
        {
            var course = await courses.ReadAsync(id, cancellationToken);
            var isBySame = raisedBy is not null && course.RaisedBy == raisedBy;
            var isAboutSame = course.About == about;
            bySame += isBySame ? 1 : 0;
            aboutSame += isAboutSame ? 1 : 0;
            between += isBySame && isAboutSame ? 1 : 0;
            otherWay += course.RaisedBy == about && course.About == raisedBy ? 1 : 0;
        }

        return new CountedBefore(bySame, aboutSame, between, otherWay);
    }
}
