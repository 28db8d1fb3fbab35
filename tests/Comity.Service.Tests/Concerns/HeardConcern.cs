using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

/// <summary>A council in which a member has raised a concern about an officer for a breach of the protocol; the officer's line manager hears it (wigan 5.1).</summary>
internal sealed class HeardConcern : IAsyncDisposable
{
    public const string Happened = "The officer shouted at me at the counter on Tuesday and sent me away.";

    private HeardConcern(TestCouncil council) => Council = council;

    public TestCouncil Council { get; }

    public TestPeople People => Council.People;

    public string Reference { get; private set; } = "";

    /// <param name="change">What is different in what is sent.</param>
    public static async Task<HeardConcern> RaiseAsync(
        DatabaseKind kind,
        Func<RaiseConcernRequest, RaiseConcernRequest>? change = null,
        Guid? by = null,
        TestCouncil? council = null,
        Guid? about = null
    )
    {
        var scene = new HeardConcern(council ?? await TestCouncil.CreateAsync(kind));
        scene.Reference = await scene.RaiseAgainAsync(by ?? scene.People.Member, about ?? scene.People.Officer, change);
        return scene;
    }

    /// <summary>One more concern, by the first way that is open.</summary>
    public async Task<string> RaiseAgainAsync(Guid by, Guid about, Func<RaiseConcernRequest, RaiseConcernRequest>? change = null)
    {
        var viewer = await Council.ViewerAsync(by);
        var draft = await Council.DoAsync<ConcernDrafts, Guid>(drafts => drafts.StartAsync(viewer, default));
        var request = new RaiseConcernRequest
        {
            DraftId = draft,
            About = about,
            Act = "raise-concern",
            Facts = new Dictionary<string, string> { ["protocol-breach"] = "yes" },
            WhatHappened = Happened,
            PutRight = "An apology.",
            Door = "",
        };
        request = change?.Invoke(request) ?? request;
        var answer = await AskAsync(
            new ConcernCase(request.Act, by, about, request.Facts, Council.Clock.Today()) { UnresolvedAt = request.PassesOver }
        );
        request = request.Door.Length > 0 ? request : request with { Door = answer.Doors[0].Key };
        var result = await Council.DoAsync<RaiseConcern, RaiseConcernResult>(raise => raise.ExecuteAsync(request, viewer, default));
        return result.ShouldBeOfType<RaiseConcernResult.Raised>().Reference;
    }

    public Task<ConcernAnswer> AskAsync(ConcernCase concern) =>
        Council.DoAsync<ConcernRules, ConcernAnswer>(rules => rules.AskAsync(concern, default));

    public async Task<ConcernSeen?> SeenByAsync(Guid person)
    {
        var viewer = await Council.ViewerAsync(person);
        return await Council.DoAsync<ConcernMatters, ConcernSeen?>(concerns => concerns.FindAsync(Reference, viewer, default));
    }

    public async Task<MatterAt> AtAsync() =>
        new(
            Reference,
            await Council.ReadAsync(db => db.Matters.Where(row => row.Reference == Reference).Select(row => row.Version).SingleAsync())
        );

    public async Task<ActResult> DoAsync<TAct>(Guid by, Func<TAct, MatterAt, Viewer, Task<ActResult>> act)
        where TAct : notnull
    {
        var at = await AtAsync();
        return await Council.ActAsync<TAct>(by, (does, viewer) => act(does, at, viewer));
    }

    public Task<ActResult> TakeUpAsync(Guid by, string? reason = null, Dictionary<string, string>? facts = null) =>
        DoAsync<TakeUpConcern>(
            by,
            (act, at, viewer) => act.ExecuteAsync(new(at, facts ?? [], reason, "I have it and will talk to both of you."), viewer, default)
        );

    public Task<ActResult> TellAsync(Guid by, params string[] shown) =>
        DoAsync<TellSubject>(
            by,
            (act, at, viewer) => act.ExecuteAsync(new(at, "It is said that you raised your voice.", shown), viewer, default)
        );

    public Task<ActResult> DecideAsync(Guid by, string? reason = null, params string[] measures) =>
        DoAsync<DecideConcern>(
            by,
            (act, at, viewer) =>
                act.ExecuteAsync(
                    new(
                        at,
                        OutcomeKind.Settled,
                        new Dictionary<string, string>(),
                        measures.Length > 0 ? measures : ["apology"],
                        "Both have talked.",
                        reason
                    ),
                    viewer,
                    default
                )
        );

    public async Task<ConcernCourse> CourseAsync()
    {
        var id = await Council.ReadAsync(db => db.Matters.Where(row => row.Reference == Reference).Select(row => row.Id).SingleAsync());
        return await Council.DoAsync<ConcernCourses, ConcernCourse>(courses => courses.ReadAsync(id, default));
    }

    /// <summary>Every word that this person may read in it.</summary>
    public async Task<IReadOnlyList<string>> WordsForAsync(Guid person)
    {
        if (await SeenByAsync(person) is not { } seen)
        {
            return [];
        }

        var granted = seen.Granted.ToList();
        var ids = await Council.ReadAsync(db =>
            db.Messages.Where(message => message.MatterId == seen.Matter.Id && granted.Contains(message.Part))
                .OrderBy(message => message.SentAt)
                .Select(message => message.ContentId)
                .ToListAsync()
        );
        var texts = await Council.DoAsync<ContentStore, IReadOnlyDictionary<Guid, SaltedText>>(contents =>
            contents.ReadTextsAsync(ids, default)
        );
        return [.. ids.Select(id => texts[id].Text)];
    }

    public ValueTask DisposeAsync() => Council.DisposeAsync();
}
