using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Kind">One of <see cref="OutcomeKind"/>.</param>
/// <param name="Found">Of each ground, one of <see cref="Findings"/>.</param>
/// <param name="Measures">Of <see cref="Measure"/>.</param>
/// <param name="Reasons">For both sides.</param>
/// <param name="Reason">Why it is decided although the protocol wants something first; null where nothing is open.</param>
public sealed record DecideConcernRequest(
    MatterAt At,
    string Kind,
    IReadOnlyDictionary<string, string> Found,
    IReadOnlyList<string> Measures,
    string Reasons,
    string? Reason
)
{
    /// <summary>Of a complaint under the members' code: whether it was investigated. Then the independent person is asked before a decision (Localism Act 2011, s.28).</summary>
    public bool Investigated { get; init; }
}

/// <summary>
/// Whoever hears a concern comes to an outcome, with reasons. What the protocol and the law want before it is asked first: a consultation, the independent person's view.
/// No outcome is a sanction: that is for the disciplinary procedure, or for the arrangements under the members' code.
/// </summary>
public sealed class DecideConcern(
    ConcernMatters concerns,
    ConcernRules rules,
    ConcernCourses courses,
    ConcernOversight oversight,
    Decisions decisions,
    Messages messages,
    Audience audience,
    Duties duties,
    Notices notices,
    ViewerTokens tokens
)
{
    public const string Message = "outcome";

    /// <summary>What the protocol and the law still want before an outcome; the strongest first.</summary>
    /// <param name="investigated">Of a complaint under the members' code, whether it was investigated.</param>
    public async Task<Decision> SaysAsync(
        ConcernSeen seen,
        Viewer viewer,
        bool investigated,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(viewer);
        var facts = new Dictionary<string, string>(seen.Course.Hearing, StringComparer.Ordinal);
        foreach (var (name, value) in seen.Course.TakenUp.LastOrDefault(one => one.PersonId == viewer.PersonId)?.Facts ?? facts)
        {
            facts[name] = value;
        }

        if (investigated)
        {
            facts["code-complaint-investigated"] = "yes";
        }

        return await rules.HandlingAsync(
            seen.Course.CaseOn(on),
            viewer.PersonId,
            seen.Course.Step.Hearers.Count == 1,
            facts,
            cancellationToken
        );
    }

    /// <summary>What the protocol says to acting against the person, where it is an officer; nothing otherwise.</summary>
    public async Task<IReadOnlyList<Guidance>> DisciplineAsync(
        ConcernSeen seen,
        Viewer viewer,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(viewer);
        var says = await rules.DisciplineAsync(seen.Course.CaseOn(on), viewer.PersonId, cancellationToken);
        return [.. says.Shows.Where(show => show.Citation.Layer == Layer.Protocol)];
    }

    public Task<ActResult> ExecuteAsync(DecideConcernRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsHearer: true, Matter.State: MatterState.Acknowledged },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (course.MediationUnderWay is not null)
                {
                    return new("Somebody is talking to both sides. Say how that went first.", Audience.SafeguardSource);
                }

                var says = await SaysAsync(opened.Seen, viewer, request.Investigated, write.Today, cancellationToken);
                if (
                    says.Conditions.FirstOrDefault(open => !open.IsMet && open.Citations.Any(one => one.Strength == Strength.Must)) is
                    { } must
                )
                {
                    // What a "must" wants first was passed over once, when it was taken up, with a reason that was shown: it is not asked for again.
                    var wasPassedOver = course.TakenUp.Any(one => one.PersonId == viewer.PersonId && one.Reason is not null);
                    if (!wasPassedOver || must.Fact?.Name == "independent-person-consulted")
                    {
                        return new($"{must.Fact?.Question ?? must.Text} Put it on record first.", must.Citations[0].AsSource());
                    }
                }

                var should = says.Conditions.FirstOrDefault(open =>
                    !open.IsMet && open.Citations.All(one => one.Strength != Strength.Must)
                );
                if (should is not null && string.IsNullOrWhiteSpace(request.Reason))
                {
                    return new(
                        $"{should.Fact?.Question ?? should.Text} Put it on record first, or say why not.",
                        should.Citations[0].AsSource()
                    );
                }

                if (request.Measures.Contains(Measure.Discipline.Key) && !course.IsFormal && !course.HasConsent(ConcernConsent.Formal))
                {
                    return new(
                        "A disciplinary procedure is formal, and whoever raised it has not agreed to that. Take it on to the next step, where you can say which law demands it.",
                        Audience.SafeguardSource
                    );
                }

                var read = await rules.ReadOnAsync(write.Today, cancellationToken);
                await decisions.KeepAsync(write, matter, says.ToKeep(read), cancellationToken);
                await messages.PostAsync(write, matter, Message, Parts.Outcome, request.Reasons, [], cancellationToken);
                if (should is not null)
                {
                    await oversight.ShowAsync(write, matter, course, request.Reason!, should.Citations[0].AsSource(), cancellationToken);
                }

                write.Record(
                    "concern-outcome",
                    matter,
                    Parts.Outcome,
                    new JsonObject
                    {
                        ["kind"] = request.Kind,
                        ["found"] = new JsonObject(request.Found.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
                        ["measures"] = new JsonArray([.. request.Measures.Select(measure => (JsonNode)measure)]),
                    }
                );
                await ShowAsync(opened, cancellationToken);
                await duties.EndAsync(
                    write,
                    matter,
                    [ConcernClocks.OutcomeDuty, TellSubject.AnswerDuty],
                    DutyState.Met,
                    Audience.SafeguardSource,
                    "There is an outcome.",
                    cancellationToken
                );
                matter.State = MatterState.Answered;
                matter.AnsweredAt = write.At;
                course = course with
                {
                    Outcomes =
                    [
                        .. course.Outcomes,
                        new ConcernOutcome(
                            request.Kind,
                            request.Found,
                            request.Measures,
                            [.. course.Step.Hearers.Select(hearer => hearer.PersonId)],
                            write.At
                        ),
                    ],
                };
                await courses.KeepAsync(matter, course, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>The outcome is for whoever raised it, and for the person whom it is about if they were told of it at all.</summary>
    private async Task ShowAsync(OpenedConcern opened, CancellationToken cancellationToken)
    {
        var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);

        // Those who saw an outcome see what a review makes of it.
        if (course.Outcomes.Count == 0)
        {
            var raiser = opened.Seen.Parties.First(party => party.Place == MatterParties.RaisedBy).Token;
            audience.Give(write, matter, raiser, [Parts.Outcome], "Raised it.", Audience.SafeguardSource);
            if (course.ToldAt is not null)
            {
                var subject = tokens.Person(course.About, matter.Class);
                audience.Give(write, matter, subject, [Parts.Outcome], "Was told of it by whoever hears it.", Audience.SafeguardSource);
            }
        }

        if (course.RaisedBy is { } person)
        {
            await notices.TellAsync(write, person, matter, "There is an outcome of your concern.", cancellationToken);
        }

        if (course.ToldAt is not null)
        {
            await notices.TellAsync(write, course.About, matter, "There is an outcome of what you were told of.", cancellationToken);
        }
    }
}
