using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns;

/// <summary>Keeps and opens the sealed course of a concern.</summary>
public sealed class ConcernCourses(ComityDb db, ContentStore contents)
{
    // Never granted to anybody: what a viewer learns of the course is read from it by the pages and acts, part by part.
    private const string Part = "course";

    public async Task<ConcernCourse> ReadAsync(Guid matterId, CancellationToken cancellationToken)
    {
        var id = await db
            .Concerns.AsNoTracking()
            .Where(row => row.MatterId == matterId)
            .Select(row => row.CourseContentId)
            .SingleAsync(cancellationToken);
        return await contents.ReadTextAsync(id, cancellationToken) is { } text
            ? ConcernCourse.Read(text)
            : throw new InvalidOperationException("The course of the concern was erased.");
    }

    /// <summary>The course from now on; inside the write of what changed it.</summary>
    public async Task KeepAsync(Matter matter, ConcernCourse course, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(course);
        var stored = await contents.AddTextAsync(matter.Id, Part, ContentClass.Sealed, course.ToText(), cancellationToken);
        if (await db.Concerns.FindAsync([matter.Id], cancellationToken) is { } row)
        {
            row.CourseContentId = stored.Id;
        }
        else
        {
            db.Concerns.Add(new Concern { MatterId = matter.Id, CourseContentId = stored.Id });
        }
    }
}
