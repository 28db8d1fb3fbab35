using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Record;

namespace Comity.Service.Concerns.Hearing;

/// <summary>Takes a concern out of the hands of somebody who may not, or will not, hear it: at the same step, into those of whoever comes next in it.</summary>
public sealed class ConcernPassing(ConcernRules rules, ConcernHearing hearing, ConcernCourses courses, Notices notices)
{
    public Task<ActResult.Refused?> WithoutAsync(
        OpenedConcern opened,
        IReadOnlyList<Guid> shut,
        string ending,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(opened);
        return WithoutAsync(opened.Write, opened.Matter, opened.Course, shut, ending, cancellationToken);
    }

    public async Task<ActResult.Refused?> WithoutAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        IReadOnlyList<Guid> shut,
        string ending,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(course);
        course = course with { Shut = [.. course.Shut.Concat(shut).Distinct()] };
        var left = course.Step.Hearers.Where(hearer => !course.Shut.Contains(hearer.PersonId)).ToList();
        var door =
            left is [_, ..] && !course.Step.SaysWhoHears
                ? new ConcernDoor(course.Step.Stage, course.Step.Norm, "", left)
                : await NextAsync(course, write.Today, cancellationToken);
        if (door is null)
        {
            return new(
                "Nobody is left who could hear it, or say who does. Tell the Monitoring Officer of the principal council, and leave it where it is until somebody is named.",
                ConcernRules.LedToNobody
            );
        }

        course = await hearing.ToAsync(write, matter, course, door, ending, cancellationToken);
        matter.State = MatterState.Open;
        await courses.KeepAsync(matter, course, cancellationToken);
        if (course.RaisedBy is { } raiser)
        {
            await notices.TellAsync(write, raiser, matter, "Your concern is in other hands now.", cancellationToken);
        }

        return null;
    }

    private async Task<ConcernDoor?> NextAsync(ConcernCourse course, DateOnly on, CancellationToken cancellationToken)
    {
        var answer = await rules.AskAsync(course.CaseOn(on) with { UnresolvedAt = BeforeOf(course) }, cancellationToken);
        var doors = answer.Doors.Where(door => !door.IsTalk).ToList();
        return doors.Find(door => door.Stage == course.Step.Stage) ?? doors.FirstOrDefault();
    }

    /// <summary>The stage that was left before the present one: from there the protocol leads to the present one again.</summary>
    internal static string? BeforeOf(ConcernCourse course) => course.PassedStages is [.., var last] ? last : null;
}
