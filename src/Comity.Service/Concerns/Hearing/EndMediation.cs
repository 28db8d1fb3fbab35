using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Record;

namespace Comity.Service.Concerns.Hearing;

/// <param name="IsSettled">Both sides have settled it.</param>
/// <param name="Words">What both sides read.</param>
public sealed record EndMediationRequest(MatterAt At, bool IsSettled, string Words);

/// <summary>The mediator, or whoever hears the concern, says how it went. What is settled still needs its outcome, which is for whoever hears it.</summary>
public sealed class EndMediation(
    ConcernMatters concerns,
    ConcernCourses courses,
    MatterParties parties,
    Audience audience,
    Messages messages,
    Notices notices,
    ViewerTokens tokens
)
{
    public const string Message = "mediated";

    /// <summary>Whether this viewer may say how it went.</summary>
    public static bool May(ConcernSeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.IsOpen && (seen.IsHearer || seen.IsMediator) && seen.Course.MediationUnderWay is not null;
    }

    public Task<ActResult> ExecuteAsync(EndMediationRequest request, Viewer viewer, CancellationToken cancellationToken)
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
                await messages.PostAsync(
                    write,
                    matter,
                    Message,
                    Parts.Mediation,
                    $"{(request.IsSettled ? "Settled" : "Not settled")}. {request.Words}",
                    [],
                    cancellationToken
                );
                course = await StopAsync(write, matter, course, request.IsSettled, cancellationToken);
                await courses.KeepAsync(matter, course, cancellationToken);
                var told = BringInMediator.Sides(course).Concat(course.Step.Hearers.Select(hearer => hearer.PersonId));
                foreach (var person in told.Where(person => person != viewer.PersonId))
                {
                    await notices.TellAsync(write, person, matter, "The mediator has said how it went.", cancellationToken);
                }

                return null;
            },
            cancellationToken,
            leaves: true
        );
    }

    /// <summary>The mediator sees nothing of it any more; the caller keeps the course.</summary>
    internal async Task<ConcernCourse> StopAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        bool? isSettled,
        CancellationToken cancellationToken
    )
    {
        if (course.MediationUnderWay is not { } mediation)
        {
            return course;
        }

        if (mediation is { PersonId: { } person, OfficeId: { } office })
        {
            await parties.EndAsync(write, matter, MatterParties.Mediates, cancellationToken);
            await audience.EndAsync(write, matter, tokens.Seat(person, office), "It is no longer mediated.", cancellationToken);
        }

        return course with
        {
            Mediations = [.. course.Mediations.SkipLast(1), mediation with { EndedAt = write.At, IsSettled = isSettled }],
        };
    }
}
