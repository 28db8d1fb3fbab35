using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Facts">Answers to what the protocol asks of whoever takes charge, by the fact's name.</param>
/// <param name="Reason">Why they go on although the protocol says "should not", or wants something first.</param>
/// <param name="Words">For whoever raised it: that it has been taken up, and what comes next.</param>
public sealed record TakeUpConcernRequest(MatterAt At, IReadOnlyDictionary<string, string> Facts, string? Reason, string Words);

/// <summary>
/// Whoever hears a concern takes it up. What the protocol says to that person's doing so is asked first: a "must not" sends it on, a "should not" lets it go on with a
/// reason that the Monitoring Officer is shown.
/// </summary>
public sealed class TakeUpConcern(
    ConcernMatters concerns,
    ConcernRules rules,
    ConcernCourses courses,
    ConcernOversight oversight,
    Decisions decisions,
    Messages messages,
    Duties duties,
    Notices notices
)
{
    public const string Message = "taken-up";

    /// <summary>What the protocol says to this hearer's taking it up.</summary>
    public Task<Decision> SaysAsync(
        ConcernSeen seen,
        Viewer viewer,
        IReadOnlyDictionary<string, string> facts,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(viewer);
        return rules.HandlingAsync(
            seen.Course.CaseOn(on),
            viewer.PersonId,
            seen.Course.Step.Hearers.Count == 1,
            Known(seen.Course, facts),
            cancellationToken
        );
    }

    /// <summary>What the protocol says of settling it, for whoever takes it up.</summary>
    public async Task<IReadOnlyList<Guidance>> SettlingAsync(
        ConcernSeen seen,
        Viewer viewer,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(viewer);
        var says = await rules.SettlingAsync(seen.Course.CaseOn(on), viewer.PersonId, new Dictionary<string, string>(), cancellationToken);
        return [.. says.Shows.Where(show => show.Citation.Layer == Layer.Protocol)];
    }

    /// <summary>What stands in the way, as far as a reason gets past it; null where nothing does. Whom to consult is for later: before an outcome, not before it is taken up.</summary>
    public static Citation? WantsReason(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome switch
        {
            Outcome.ShouldNot => decision.DecidedBy[0],
            Outcome.PermittedOnCondition => decision
                .Conditions.FirstOrDefault(condition =>
                    !condition.IsMet && condition.Fact is { } fact && !RecordConsultation.IsOne(fact.Name)
                )
                ?.Citations[0],
            _ => null,
        };
    }

    public Task<ActResult> ExecuteAsync(TakeUpConcernRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsHearer: true, Matter.State: MatterState.Open },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                var says = await SaysAsync(opened.Seen, viewer, request.Facts, write.Today, cancellationToken);
                if (says.Outcome == Outcome.NeedsFacts)
                {
                    return new(says.Questions[0].Label, Audience.SafeguardSource);
                }

                if (says.Outcome is Outcome.Forbidden or Outcome.CannotTell)
                {
                    return new("You may not take charge of it. Step aside, and it goes to the next.", says.DecidedBy[0].AsSource());
                }

                var wanting = WantsReason(says);
                if (wanting is not null && string.IsNullOrWhiteSpace(request.Reason))
                {
                    return new("Say why you go on all the same, or step aside.", wanting.AsSource());
                }

                var read = await rules.ReadOnAsync(write.Today, cancellationToken);
                await decisions.KeepAsync(write, matter, says.ToKeep(read), cancellationToken);
                await messages.PostAsync(write, matter, Message, Parts.Dialogue, request.Words, [], cancellationToken);
                if (wanting is not null)
                {
                    await oversight.ShowAsync(write, matter, course, request.Reason!, wanting.AsSource(), cancellationToken);
                }

                await duties.EndAsync(
                    write,
                    matter,
                    [ConcernClocks.TakeUpDuty],
                    DutyState.Met,
                    Audience.SafeguardSource,
                    "It was taken up.",
                    cancellationToken
                );
                matter.State = MatterState.Acknowledged;
                course = course with
                {
                    TakenUp =
                    [
                        .. course.TakenUp,
                        new TakenUp(viewer.PersonId, write.At, request.Facts, wanting is null ? null : request.Reason),
                    ],
                };
                await courses.KeepAsync(matter, course, cancellationToken);
                if (course.RaisedBy is { } raiser)
                {
                    await notices.TellAsync(write, raiser, matter, "Your concern has been taken up.", cancellationToken);
                }

                return null;
            },
            cancellationToken
        );
    }

    private static Dictionary<string, string> Known(ConcernCourse course, IReadOnlyDictionary<string, string> facts)
    {
        var known = new Dictionary<string, string>(course.Hearing, StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            known[name] = value;
        }

        return known;
    }
}
