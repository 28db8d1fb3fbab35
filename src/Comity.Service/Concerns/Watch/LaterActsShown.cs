using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Watch;

/// <summary>The later acts that a viewer was shown, in all the concerns that they watch over.</summary>
public sealed class LaterActsShown(ComityDb db, ConcernCourses courses, TimeProvider clock)
{
    public sealed record Line(Matter Matter, ConcernCourse Course, LaterAct Act);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Line>> ToAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (tokens, at) = (viewer.Tokens, clock.GetUtcNow().UtcDateTime);
        var matters = await db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, at)
            .Where(matter => matter.Kind == Concern.MatterKind)
            .Where(
                Visibility.Spelled<Func<Matter, bool>>(matter =>
                    db.Grants.Any(grant => grant.MatterId == matter.Id && grant.Part == Parts.LaterActs && grant.IsHeldBy(tokens, at))
                )
            )
            .ToListAsync(cancellationToken);
        var lines = new List<Line>();
        foreach (var matter in matters)
        {
            var course = await courses.ReadAsync(matter.Id, cancellationToken);
            lines.AddRange(course.LaterActs.Select(act => new Line(matter, course, act)));
        }

        return [.. lines.OrderByDescending(line => line.Act.SeenAt).ThenByDescending(line => line.Act.Number)];
    }
}
