using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Concerns.Watch;
using Comity.Service.Matters;
using Comity.Service.People;
using Microsoft.EntityFrameworkCore;

namespace Comity.Browser.Tests;

/// <summary>Concerns in every state that has a page of its own: begun, sent, taken up, told, with an outcome, and with nobody to hear it.</summary>
internal static class ConcernStages
{
    /// <returns>The draft, the references, and the files of them.</returns>
    public static async Task<(string Draft, List<string> References, List<string> Files)> PlayAsync(Site site)
    {
        var people = site.People;
        var draft = await DraftAsync(site, people.Member, people.Officer);
        var sent = await RaiseAsync(site, people.Member, people.Officer);
        var told = await RaiseAsync(site, people.Member, people.Officer);
        await TakeUpAsync(site, told);
        await ActAsync<TellSubject>(
            site,
            people.Manager,
            told,
            (act, at, viewer) => act.ExecuteAsync(new(at, "It is said that you left a meeting.", []), viewer, default)
        );
        var mediated = await MediatedAsync(site);
        var decided = await RaiseAsync(site, people.Member, people.Officer);
        await TakeUpAsync(site, decided);
        await ActAsync<DecideConcern>(
            site,
            people.Manager,
            decided,
            (act, at, viewer) =>
                act.ExecuteAsync(
                    new(at, OutcomeKind.Settled, new Dictionary<string, string>(), ["apology"], "Both have talked.", null),
                    viewer,
                    default
                )
        );

        // What the record shows of acts against whoever raised one, what they say themselves, and one that has been looked at.
        for (var times = 0; times < 2; times++)
        {
            await ActAsync<ReportLaterAct>(
                site,
                people.Member,
                sent,
                (act, at, viewer) => act.ExecuteAsync(new(at, people.Officer, site.Clock.Today(), "He cut me dead.", []), viewer, default)
            );
        }

        await ActAsync<LookAtLaterAct>(
            site,
            people.MonitoringOfficer,
            sent,
            (act, at, viewer) => act.ExecuteAsync(new(at, 2, LaterActLook.Spoke, "I spoke with both."), viewer, default)
        );
        await RaiseAsync(site, people.Officer, people.Member);
        (await site.DoAsync<WatchConcerns, int>(watch => watch.ExecuteAsync(default))).ShouldBeGreaterThan(0);

        // Heard by the Monitoring Officer, who is asked whether it was investigated.
        var code = await RaiseAsync(site, people.Member, people.OtherGroupMember, ConcernAct.CodeComplaint.Key);
        await TakeUpAsync(site, code, people.MonitoringOfficer);

        // One member about another: the Wigan protocol has no way for it.
        var silent = await RaiseAsync(site, people.Member, people.OtherGroupMember);
        var files = await site.DoAsync<Comity.Service.Storage.ComityDb, List<Guid>>(db =>
            db.Attachments.Where(file => db.Matters.Any(row => row.Id == file.MatterId && row.Kind == Concern.MatterKind))
                .Select(file => file.Id)
                .ToListAsync()
        );
        return ($"{draft:D}", [sent, told, mediated, decided, code, silent], [.. files.Select(id => $"{id:D}")]);
    }

    private static async Task<string> MediatedAsync(Site site)
    {
        var people = site.People;
        var reference = await RaiseAsync(site, people.Member, people.Officer);
        await TakeUpAsync(site, reference);
        await ActAsync<TellSubject>(
            site,
            people.Manager,
            reference,
            (act, at, viewer) => act.ExecuteAsync(new(at, "It is said that you left a meeting.", []), viewer, default)
        );
        await ActAsync<ChangeConsent>(
            site,
            people.Member,
            reference,
            (act, at, viewer) => act.ExecuteAsync(new(at, [ConcernConsent.Mediation]), viewer, default)
        );
        await ActAsync<BringInMediator>(
            site,
            people.Manager,
            reference,
            (act, at, viewer) => act.ExecuteAsync(new(at, null, null, "The county association", "On Thursday."), viewer, default)
        );
        return reference;
    }

    private static Task<Guid> DraftAsync(Site site, Guid by, Guid about) =>
        site.DoAsync<ConcernDrafts, Guid>(async drafts =>
        {
            var viewer = await site.ViewerAsync(by);
            var id = await drafts.StartAsync(viewer, default);
            await drafts.ChangeAsync(
                id,
                viewer,
                new ConcernDraft
                {
                    About = about,
                    Act = ConcernAct.Concern.Key,
                    Facts = new Dictionary<string, string> { ["protocol-breach"] = "yes", ["line-manager-unsuitable"] = "no" },
                    WhatHappened = "He left the meeting.",
                    PutRight = "An apology.",
                    Consents = [],
                },
                default
            );
            return id;
        });

    private static async Task<string> RaiseAsync(Site site, Guid by, Guid about, string? kind = null)
    {
        var concern = kind ?? ConcernAct.Concern.Key;
        var viewer = await site.ViewerAsync(by);
        var draft = await DraftAsync(site, by, about);
        var facts = new Dictionary<string, string> { ["protocol-breach"] = "yes" };
        var answer = await site.DoAsync<ConcernRules, ConcernAnswer>(rules =>
            rules.AskAsync(new ConcernCase(concern, by, about, facts, site.Clock.Today()), default)
        );
        var raised = await site.DoAsync<RaiseConcern, RaiseConcernResult>(raise =>
            raise.ExecuteAsync(
                new RaiseConcernRequest
                {
                    DraftId = draft,
                    About = about,
                    Act = concern,
                    Facts = facts,
                    WhatHappened = "He left the meeting.",
                    PutRight = "An apology.",
                    Files = [new IncomingFile("notes.txt", "What I wrote down.\n"u8.ToArray())],
                    Door = answer.Doors[0].Key,
                },
                viewer,
                default
            )
        );
        return raised.ShouldBeOfType<RaiseConcernResult.Raised>().Reference;
    }

    private static Task TakeUpAsync(Site site, string reference, Guid? by = null) =>
        ActAsync<TakeUpConcern>(
            site,
            by ?? site.People.Manager,
            reference,
            (act, at, viewer) => act.ExecuteAsync(new(at, new Dictionary<string, string>(), null, "I have it."), viewer, default)
        );

    private static async Task ActAsync<TAct>(Site site, Guid by, string reference, Func<TAct, MatterAt, Viewer, Task<ActResult>> act)
        where TAct : notnull
    {
        var viewer = await site.ViewerAsync(by);
        var version = await site.DoAsync<Comity.Service.Storage.ComityDb, int>(db =>
            db.Matters.Where(row => row.Reference == reference).Select(row => row.Version).SingleAsync()
        );
        (await site.DoAsync<TAct, ActResult>(does => act(does, new MatterAt(reference, version), viewer))).ShouldBeOfType<ActResult.Done>();
    }
}
