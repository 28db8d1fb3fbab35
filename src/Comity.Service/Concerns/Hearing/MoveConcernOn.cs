using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Words">Why it was not settled at this step.</param>
/// <param name="Door">The way that the person saw (<see cref="ConcernDoor.Key"/>).</param>
/// <param name="Formal">It becomes formal with this step.</param>
/// <param name="Law">The law that demands it without the consent of whoever raised it; null where there is none.</param>
public sealed record MoveConcernOnRequest(MatterAt At, string Words, string? Door, bool Formal, string? Law)
{
    /// <summary>What whoever takes it on answered to the protocol's questions, by the fact's name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Why a statutory officer is drawn in although nothing was tried, where the protocol says "should not"; null where it does not come to that.</summary>
    public string? Untried { get; init; }
}

/// <summary>
/// What is not settled at a step goes on to the next that the protocol writes. Whoever raised it and whoever hears it can both take it there. An informal concern becomes
/// formal only with the consent of whoever raised it, or where a law demands it, which is then said.
/// </summary>
public sealed class MoveConcernOn(
    ConcernMatters concerns,
    ConcernRules rules,
    ConcernHearing hearing,
    ConcernCourses courses,
    ConcernOversight oversight,
    Messages messages,
    Notices notices
)
{
    public const string Message = "not-settled";
    public const string LawMessage = "law-demands";

    /// <summary>Where it can go from the present step; silent where the protocol writes nothing after it.</summary>
    public Task<ConcernAnswer> AfterAsync(
        ConcernCourse course,
        IReadOnlyDictionary<string, string> facts,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(course);
        return rules.AskAsync(
            course.CaseOn(on) with
            {
                Facts = With(course.Facts, facts),
                UnresolvedAt = StageOf(course),
            },
            cancellationToken
        );
    }

    /// <summary>Whether the step is the council's own disciplinary procedure, which is formal whatever is said.</summary>
    public static bool IsFormal(ConcernDoor door) => door.Stage.StartsWith("disciplinary", StringComparison.Ordinal);

    public Task<ActResult> ExecuteAsync(MoveConcernOnRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen.IsOpen && (seen.IsHearer || seen.IsRaiser) && !seen.Course.Step.SaysWhoHears,
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                var after = await AfterAsync(course, request.Facts, write.Today, cancellationToken);
                var doors = after.Doors.Where(door => !door.IsTalk).ToList();
                if (doors.Count == 0)
                {
                    return new(
                        "The protocol writes no step after this one, and nobody can be asked.",
                        after.Decision.Gap?.Key ?? ConcernRules.LedToNobody
                    );
                }

                if (doors.Find(door => door.Key == request.Door) is not { } chosen)
                {
                    return new("Where it would go has changed since you opened the page. Look at it again.", Audience.SafeguardSource);
                }

                if (await StatutoryAsync(course, chosen, viewer, write.Today, cancellationToken) is { Outcome: Outcome.ShouldNot } early)
                {
                    if (string.IsNullOrWhiteSpace(request.Untried))
                    {
                        return new("Nothing has been tried to settle it. Say why it goes on all the same.", early.DecidedBy[0].AsSource());
                    }

                    await oversight.ShowAsync(write, matter, course, request.Untried, early.DecidedBy[0].AsSource(), cancellationToken);
                }

                var isFormal = request.Formal || IsFormal(chosen);
                if (isFormal && !course.IsFormal && !opened.Seen.IsRaiser && !course.HasConsent(ConcernConsent.Formal))
                {
                    if (string.IsNullOrWhiteSpace(request.Law))
                    {
                        return new(
                            "It becomes formal only with the consent of whoever raised it, or where a law demands it: say which law.",
                            Audience.SafeguardSource
                        );
                    }

                    await messages.PostAsync(write, matter, LawMessage, Parts.Dialogue, request.Law, [], cancellationToken);
                }

                await messages.PostAsync(write, matter, Message, Parts.Dialogue, request.Words, [], cancellationToken);
                course = course with
                {
                    Facts = With(course.Facts, request.Facts),
                    PassedStages = course.Step.Stage is ConcernDoor.Named or ConcernDoor.Arranged
                        ? course.PassedStages
                        : [.. course.PassedStages, course.Step.Stage],
                    IsFormal = course.IsFormal || isFormal,
                };
                course = await hearing.ToAsync(write, matter, course, chosen, "It was not settled there.", cancellationToken);
                matter.State = MatterState.Open;
                await courses.KeepAsync(matter, course, cancellationToken);
                if (course.RaisedBy is { } raiser && raiser != viewer.PersonId)
                {
                    await notices.TellAsync(write, raiser, matter, "Your concern has gone on to the next step.", cancellationToken);
                }

                return null;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// What the protocol says to drawing a statutory officer in now; null where none is drawn in. What was tried at the steps so far is on record in the concern.
    /// </summary>
    public async Task<Decision?> StatutoryAsync(
        ConcernCourse course,
        ConcernDoor door,
        Viewer viewer,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(door);
        ArgumentNullException.ThrowIfNull(viewer);

        // Whoever is only asked who hears it is not drawn in to settle it.
        foreach (var hearer in door.SaysWhoHears ? [] : door.Hearers)
        {
            if (await rules.IsStatutoryAsync(hearer.PersonId, on, cancellationToken))
            {
                var facts = new Dictionary<string, string>
                {
                    ["escalate-to"] = "statutory-officer",
                    ["informal-tried"] = course.TakenUp.Count > 0 ? "yes" : "no",
                    ["informal-attempts-recorded"] = "yes",
                };
                return await rules.SettlingAsync(course.CaseOn(on), viewer.PersonId, facts, cancellationToken);
            }
        }

        return null;
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> said)
    {
        var facts = new Dictionary<string, string>(known, StringComparer.Ordinal);
        foreach (var (name, value) in said)
        {
            facts[name] = value;
        }

        return facts;
    }

    // What the council itself has put in the protocol's place is no stage of the protocol.
    private static string? StageOf(ConcernCourse course) =>
        course.Step.Stage is ConcernDoor.Named or ConcernDoor.Arranged or ConcernDoor.NobodyNamed
            ? course.PassedStages is [.., var last]
                ? last
                : null
            : course.Step.Stage;
}
