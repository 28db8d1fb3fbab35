using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Concerns.Hearing;

public sealed record CloseConcernRequest(MatterAt At, string Words);

/// <summary>
/// A concern is closed: by whoever hears it once it has an outcome, or by whoever raised it, who may withdraw it at any time. A formal one goes on without them only if
/// the one who hears it says so, by not closing it.
/// </summary>
public sealed class CloseConcern(
    ConcernMatters concerns,
    ConcernCourses courses,
    EndMediation mediation,
    Messages messages,
    Duties duties,
    Notices notices
)
{
    public const string Withdrawn = "withdrawn";
    public const string Closed = "closed";

    /// <summary>Whether this viewer may close it now: withdraw it, or put it away.</summary>
    public static bool May(ConcernSeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.IsOpen
            && (
                (seen.IsRaiser && seen.Matter.State != MatterState.Answered && !seen.Course.IsFormal)
                || (seen.IsHearer && seen.Matter.State == MatterState.Answered)
            );
    }

    public Task<ActResult> ExecuteAsync(CloseConcernRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            May,
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                var isWithdrawn = opened.Seen.IsRaiser;
                await messages.PostAsync(
                    write,
                    matter,
                    isWithdrawn ? Withdrawn : Closed,
                    Parts.Dialogue,
                    request.Words,
                    [],
                    cancellationToken
                );
                await duties.EndAsync(
                    write,
                    matter,
                    [ConcernClocks.TakeUpDuty, ConcernClocks.OutcomeDuty, ConcernClocks.NameHearerDuty, TellSubject.AnswerDuty],
                    DutyState.Lifted,
                    Audience.SafeguardSource,
                    isWithdrawn ? "It was withdrawn." : "It was closed.",
                    cancellationToken
                );
                course = await mediation.StopAsync(write, matter, course, null, cancellationToken);
                matter.State = MatterState.Closed;
                matter.ClosedAt = write.At;
                await courses.KeepAsync(
                    matter,
                    course with
                    {
                        Steps =
                        [
                            .. course.Steps.SkipLast(1),
                            course.Step with
                            {
                                EndedAt = write.At,
                                Ending = isWithdrawn ? "It was withdrawn." : "It was closed.",
                            },
                        ],
                    },
                    cancellationToken
                );
                var others = course.Step.Hearers.Select(hearer => hearer.PersonId);
                others = course.RaisedBy is { } raiser ? others.Append(raiser) : others;
                others = course.ToldAt is not null ? others.Append(course.About) : others;
                foreach (var other in others.Distinct().Where(person => person != viewer.PersonId))
                {
                    await notices.TellAsync(write, other, matter, "It is closed.", cancellationToken);
                }

                return null;
            },
            cancellationToken
        );
    }
}
