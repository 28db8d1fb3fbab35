using Comity.Protocols;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;

namespace Comity.Service.Demonstration.Stories;

/// <summary>
/// Four concerns: one that has just come to the Monitoring Officer, one that was told to the person whom it is about and answered, one with its outcome, and one that the protocol leads to nobody with.
/// </summary>
internal static class ConcernStory
{
    private static readonly string[] Clerical = ["officer", "junior-officer", "senior-officer", "clerk"];

    public static IEnumerable<Step> Of(Storyline line)
    {
        var (rebuffed, ignored, silenced, shouted) = (line.Member(10), line.Member(11), line.Member(12), line.Member(13));
        var council = line.Cast.Council;
        var officer = line.Cast.Posts[council.Concern.Post].Person.Id;
        var staff = council
            .Posts.Where(post => Clerical.Contains(post.Role) && post.HeldBy is null && post.Title != council.Concern.Post)
            .OrderBy(post => Array.IndexOf(Clerical, post.Role))
            .Select(post => line.Cast.Posts[post.Title].Person.Id)
            .First(person => person != officer);
        var (told, settled) = (Guid.Empty, Guid.Empty);
        return
        [
            line.Step(
                16,
                async (scene, cancel) =>
                    settled = await RaiseAsync(
                        scene,
                        ConcernAct.Concern.Key,
                        ignored.Person.Id,
                        officer,
                        "I rang four times in a fortnight about a resident’s case and was told each time that somebody would ring back. Nobody did. (fictional)",
                        "An explanation, and to know whom to ring.",
                        cancel
                    )
            ),
            line.Step(14, (scene, cancel) => TakeUpAsync(scene, settled, "I have your concern and talk to the officer this week.", cancel)),
            line.Step(
                12,
                async (scene, cancel) =>
                    told = await RaiseAsync(
                        scene,
                        ConcernAct.Concern.Key,
                        rebuffed.Person.Id,
                        officer,
                        "On the telephone I was told that members have no business asking, and then the line was dead. Two residents sat beside me. (fictional)",
                        "An apology, and that it does not happen to others.",
                        cancel
                    )
            ),
            line.Step(10, (scene, cancel) => TakeUpAsync(scene, told, "I have read it and ask the officer for the other side.", cancel)),
            line.Step(
                8,
                async (scene, cancel) =>
                    await scene.DoesAsync<TellSubject>(
                        told,
                        await HearerAsync(scene, told, cancel),
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(at, "A member says that you cut a telephone call short with a sharp word. What do you say to it?", []),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
            line.Step(
                6,
                (scene, cancel) =>
                    scene.DoesAsync<AnswerConcern>(
                        told,
                        officer,
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(
                                    at,
                                    "The line broke down that morning; three other calls went the same way. I should have rung back, and I am sorry that I did not. (fictional)",
                                    []
                                ),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
            line.Step(
                5,
                async (scene, cancel) =>
                    await scene.DoesAsync<DecideConcern>(
                        settled,
                        await HearerAsync(scene, settled, cancel),
                        (act, at, viewer) =>
                            act.ExecuteAsync(
                                new(
                                    at,
                                    OutcomeKind.Settled,
                                    new Dictionary<string, string>(),
                                    ["explanation", "undertaking"],
                                    "Both talked. The messages went to a colleague who had left; they now go to the whole team.",
                                    null
                                ),
                                viewer,
                                cancel
                            ),
                        cancel
                    )
            ),
            line.Step(
                3,
                (scene, cancel) =>
                    RaiseAsync(
                        scene,
                        ConcernAct.Concern.Key,
                        silenced.Person.Id,
                        shouted.Person.Id,
                        "At the end of the meeting I was talked down three times and told to sit. (fictional)",
                        "That we talk it over with somebody who belongs to neither side.",
                        cancel
                    )
            ),
            line.Step(
                2,
                (scene, cancel) =>
                    RaiseAsync(
                        scene,
                        ConcernAct.CodeComplaint.Key,
                        staff,
                        shouted.Person.Id,
                        "At the counter I was called useless before a queue of residents. (fictional)",
                        "That it is looked at under the members’ code.",
                        cancel
                    )
            ),
        ];
    }

    /// <summary>As somebody would at the pages: what the protocol asks is answered with no, and a talk that it would have first has been had in vain.</summary>
    private static async Task<Guid> RaiseAsync(
        Scene scene,
        string act,
        Guid by,
        Guid about,
        string happened,
        string putRight,
        CancellationToken cancel
    )
    {
        var viewer = await scene.AsAsync(by, cancel);
        var draft = await scene.The<ConcernDrafts>().StartAsync(viewer, cancel);
        var concern = new ConcernCase(act, by, about, new Dictionary<string, string>(), scene.Today);
        var answer = await scene.The<ConcernRules>().AskAsync(concern, cancel);
        for (var next = NextOf(answer, concern); next is not null; next = NextOf(answer, concern))
        {
            concern = next;
            answer = await scene.The<ConcernRules>().AskAsync(concern, cancel);
        }

        var talked = concern.UnresolvedAt is null ? null : "We talked, and nothing came of it.";
        var offered = ConcernGrounds.Under(
            answer.Read,
            RolesOnDay.Of(await scene.The<CouncilOnDate>().RegisterAsync(scene.Today, cancel), answer.Read.Vocabulary, about, scene.Today)
        );
        var ground = scene.Cast.Council.Concern.Ground;
        var result = await scene
            .The<RaiseConcern>()
            .ExecuteAsync(
                new RaiseConcernRequest
                {
                    DraftId = draft,
                    About = about,
                    Act = act,
                    Facts = concern.Facts,
                    Grounds = offered.Any(one => one.Norm == ground) ? [ground] : [],
                    WhatHappened = happened,
                    PutRight = putRight,
                    PassesOver = concern.UnresolvedAt,
                    ReasonToPassOver = talked,
                    Door = answer.Doors[0].Key,
                },
                viewer,
                cancel
            );
        return result is RaiseConcernResult.Raised raised
            ? raised.MatterId
            : throw new InvalidOperationException($"A concern under {scene.Cast.Council.ProtocolKey} was not taken: {result}.");
    }

    /// <summary>The concern with the next thing answered; null where it stands.</summary>
    private static ConcernCase? NextOf(ConcernAnswer answer, ConcernCase concern) =>
        (answer.Question?.Fact ?? (answer.Turning is [var first, ..] ? first : null)) is { } fact
            ? concern with
            {
                Facts = new Dictionary<string, string>(concern.Facts) { [fact.Name] = AnswerTo(concern.Act) },
            }
        : answer.Doors is [{ IsTalk: true } talk] ? concern with { UnresolvedAt = talk.Stage }
        : null;

    private static string AnswerTo(string act) => act == ConcernAct.CodeComplaint.Key ? "yes" : "no";

    /// <summary>Whoever hears it takes it up, and has done what the protocol asks of them.</summary>
    private static async Task TakeUpAsync(Scene scene, Guid matterId, string words, CancellationToken cancel)
    {
        var hearer = await HearerAsync(scene, matterId, cancel);
        var viewer = await scene.AsAsync(hearer, cancel);
        var at = await scene.AtAsync(matterId, cancel);
        var seen = (await scene.The<ConcernMatters>().FindAsync(at.Reference, viewer, cancel))!;
        var facts = new Dictionary<string, string>();
        var says = await SaysAsync();
        while (says is { Outcome: Outcome.NeedsFacts, Questions: [var question, ..] })
        {
            facts[question.Fact.Name] = "yes";
            says = await SaysAsync();
        }

        await scene.DoesAsync<TakeUpConcern>(
            matterId,
            hearer,
            (act, opened, who) =>
                act.ExecuteAsync(
                    new(opened, facts, TakeUpConcern.WantsReason(says) is null ? null : "There is nobody else who could.", words),
                    who,
                    cancel
                ),
            cancel
        );

        Task<Decision> SaysAsync() => scene.The<TakeUpConcern>().SaysAsync(seen, viewer, facts, scene.Today, cancel);
    }

    private static async Task<Guid> HearerAsync(Scene scene, Guid matterId, CancellationToken cancel) =>
        (await scene.The<ConcernCourses>().ReadAsync(matterId, cancel)).Step.Hearers[0].PersonId;
}
