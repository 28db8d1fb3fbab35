using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Hearing;

/// <summary>
/// Looks after every open concern when who is who has changed: whoever hears it and has left the office, was suspended from it, has become a party or close to one, has it
/// no longer, and the next who may has it. Nothing of it is lost on the way.
/// </summary>
public sealed class KeepConcernsHeard(
    ComityDb db,
    CouncilWrites writes,
    CouncilOnDate council,
    ConcernRules rules,
    ConcernCourses courses,
    ConcernPassing passing,
    EndMediation mediation
)
{
    /// <returns>How many went into other hands.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var open = await db
            .Matters.AsNoTracking()
            .Where(matter =>
                matter.Kind == Concern.MatterKind && (matter.State == MatterState.Open || matter.State == MatterState.Acknowledged)
            )
            .Select(matter => new { matter.Id, matter.Version })
            .ToListAsync(cancellationToken);
        var moved = 0;
        foreach (var one in open)
        {
            var course = await courses.ReadAsync(one.Id, cancellationToken);
            var isMediatorGone = await IsMediatorGoneAsync(course, writes.Today, cancellationToken);
            if ((await GoneAsync(course, writes.Today, cancellationToken)).Count == 0 && !isMediatorGone)
            {
                continue;
            }

            await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
            var matter = await db.Matters.SingleAsync(row => row.Id == one.Id, cancellationToken);
            course = await courses.ReadAsync(one.Id, cancellationToken);
            matter.Version++;
            if (await IsMediatorGoneAsync(course, write.Today, cancellationToken))
            {
                course = await mediation.StopAsync(write, matter, course, null, cancellationToken);
                await courses.KeepAsync(matter, course, cancellationToken);
            }

            var gone = await GoneAsync(course, write.Today, cancellationToken);
            if (gone.Count == 0)
            {
                await write.CommitAsync(cancellationToken);
                continue;
            }

            var refused = await passing.WithoutAsync(
                write,
                matter,
                course,
                gone,
                "Whoever had it can hear it no longer.",
                cancellationToken
            );
            if (refused is null)
            {
                await write.CommitAsync(cancellationToken);
                moved++;
            }
        }

        return moved;
    }

    private async Task<bool> IsMediatorGoneAsync(ConcernCourse course, DateOnly on, CancellationToken cancellationToken) =>
        course.MediationUnderWay is { PersonId: { } person, OfficeId: { } office }
        && (
            (await council.RegisterAsync(on, cancellationToken)).OfficesOf(person, on).All(held => held.OfficeId != office)
            || !await rules.MayHearAsync(course.CaseOn(on), person, cancellationToken)
        );

    private async Task<IReadOnlyList<Guid>> GoneAsync(ConcernCourse course, DateOnly on, CancellationToken cancellationToken)
    {
        var register = await council.RegisterAsync(on, cancellationToken);
        var gone = new List<Guid>();
        foreach (var hearer in course.Step.Hearers)
        {
            if (
                register.OfficesOf(hearer.PersonId, on).All(held => held.OfficeId != hearer.OfficeId)
                || !await rules.MayHearAsync(course.CaseOn(on), hearer.PersonId, cancellationToken)
            )
            {
                gone.Add(hearer.PersonId);
            }
        }

        return gone;
    }
}
