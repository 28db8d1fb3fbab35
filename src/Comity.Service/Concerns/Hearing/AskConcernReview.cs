using Comity.Service.Arrangements;
using Comity.Service.Matters;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Words">What is wrong with the outcome.</param>
public sealed record AskConcernReviewRequest(MatterAt At, string Words);

/// <summary>
/// Whoever raised a concern, or the person whom it is about if they were told of it, asks for the outcome to be looked at again. No protocol in use gives an appeal: there
/// is one where the council has settled who looks, never whoever decided.
/// </summary>
public sealed class AskConcernReview(
    ConcernMatters concerns,
    ConcernRules rules,
    ConcernHearing hearing,
    ConcernCourses courses,
    ArrangementsInForce arrangements,
    Messages messages
)
{
    public const string Message = "review-asked";

    /// <summary>Who would look at it again; null where the council has settled nothing, or nobody who may is there.</summary>
    public async Task<ConcernDoor?> ReviewerAsync(ConcernCourse course, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (await arrangements.FindAsync(ArrangementKeys.ConcernReview, on, cancellationToken) is not { } stated)
        {
            return null;
        }

        var concern = course.CaseOn(on);
        var decided = course.Outcomes.SelectMany(outcome => outcome.By);
        var door = await rules.OfficeAsync(concern with { Shut = [.. concern.Shut, .. decided] }, stated, cancellationToken);
        return door is null ? null : door with { Stage = ConcernDoor.Review };
    }

    public Task<ActResult> ExecuteAsync(AskConcernReviewRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { Matter.State: MatterState.Answered } && (seen.IsRaiser || (seen.IsSubject && seen.MaySee(Parts.Outcome))),
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (await ReviewerAsync(course, write.Today, cancellationToken) is not { } reviewer)
                {
                    return new(
                        "The protocol gives no appeal, and the council has settled nobody who looks at an outcome again.",
                        Audience.SafeguardSource
                    );
                }

                await messages.PostAsync(
                    write,
                    matter,
                    Message,
                    opened.Seen.IsRaiser ? Parts.Dialogue : Parts.Answer,
                    request.Words,
                    [],
                    cancellationToken
                );
                course = await hearing.ToAsync(
                    write,
                    matter,
                    course,
                    reviewer,
                    "Somebody else looks at the outcome again.",
                    cancellationToken
                );
                matter.State = MatterState.Open;
                matter.AnsweredAt = null;
                await courses.KeepAsync(matter, course, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }
}
