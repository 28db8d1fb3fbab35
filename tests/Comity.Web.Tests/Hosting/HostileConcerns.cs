using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Concerns.Watch;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Web.Tests.Concerns;

namespace Comity.Web.Tests.Hosting;

/// <summary>Concerns in the states in which their pages have forms: begun, sent, taken up and told, with an outcome, with nobody to hear it.</summary>
internal sealed class HostileConcerns(WiganCouncil council)
{
    private static readonly Dictionary<string, string> Broken = new() { ["protocol-breach"] = "yes", ["line-manager-unsuitable"] = "no" };

    /// <summary>Drafts at the beginning, before the talk that the protocol has first, with a reason to give, and with all that is needed.</summary>
    public async Task<IReadOnlyList<string>> DraftsAsync()
    {
        var officer = council.People.Officer;
        return
        [
            await DraftAsync(new ConcernDraft()),
            await DraftAsync(new ConcernDraft { About = officer, Act = ConcernAct.Concern.Key }),
            await DraftAsync(
                new ConcernDraft
                {
                    About = officer,
                    Act = ConcernAct.Concern.Key,
                    Facts = new Dictionary<string, string> { ["protocol-breach"] = "no", ["direct-discussion-tried"] = "no" },
                }
            ),
            await DraftAsync(
                new ConcernDraft
                {
                    About = officer,
                    Act = ConcernAct.Concern.Key,
                    Facts = Broken,
                    WhatHappened = "He left the meeting.",
                    PutRight = "An apology.",
                    Consents = [],
                }
            ),
        ];
    }

    public async Task<IReadOnlyList<string>> RaisedAsync()
    {
        var (sent, told, decided) = (await RaiseAsync(council.People.Officer), await ToldAsync(), await ToldAsync());
        await ManagerAsync<DecideConcern>(
            decided,
            (act, at, viewer) =>
                act.ExecuteAsync(
                    new(at, OutcomeKind.Settled, new Dictionary<string, string>(), ["apology"], "Both have talked.", null),
                    viewer,
                    default
                )
        );
        var (member, asSent) = (
            await council.ViewerAsync(council.People.Member),
            new MatterAt(sent, await council.MatterVersionAsync(sent))
        );
        await council.DoAsync<ReportLaterAct, ActResult>(act =>
            act.ExecuteAsync(new(asSent, null, council.App.Clock.Today(), "I was left out.", []), member, default)
        );
        return [sent, told, await MediatedAsync(), decided, await RaiseAsync(council.People.OtherGroupMember)];
    }

    private async Task<string> DraftAsync(ConcernDraft draft)
    {
        var viewer = await council.ViewerAsync(council.People.Member);
        return await council.DoAsync<ConcernDrafts, string>(async drafts =>
        {
            var id = await drafts.StartAsync(viewer, default);
            await drafts.ChangeAsync(id, viewer, draft, default);
            return $"{id:D}";
        });
    }

    private async Task<string> MediatedAsync()
    {
        var reference = await ToldAsync();
        var member = await council.ViewerAsync(council.People.Member);
        var at = new MatterAt(reference, await council.MatterVersionAsync(reference));
        (
            await council.DoAsync<ChangeConsent, ActResult>(act =>
                act.ExecuteAsync(new ChangeConsentRequest(at, [ConcernConsent.Mediation]), member, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        await ManagerAsync<BringInMediator>(
            reference,
            (act, now, viewer) => act.ExecuteAsync(new(now, null, null, "The county association", "On Thursday."), viewer, default)
        );
        return reference;
    }

    private async Task<string> ToldAsync()
    {
        var reference = await RaiseAsync(council.People.Officer);
        await ManagerAsync<TakeUpConcern>(
            reference,
            (act, at, viewer) => act.ExecuteAsync(new(at, new Dictionary<string, string>(), null, "I have it."), viewer, default)
        );
        await ManagerAsync<TellSubject>(
            reference,
            (act, at, viewer) => act.ExecuteAsync(new(at, "It is said that you left.", []), viewer, default)
        );
        return reference;
    }

    private Task<string> RaiseAsync(Guid about) => council.RaiseConcernAsync(council.People.Member, about, Broken);

    private async Task ManagerAsync<TAct>(string reference, Func<TAct, MatterAt, Viewer, Task<ActResult>> act)
        where TAct : notnull
    {
        var viewer = await council.ViewerAsync(council.People.Manager);
        var at = new MatterAt(reference, await council.MatterVersionAsync(reference));
        (await council.DoAsync<TAct, ActResult>(does => act(does, at, viewer))).ShouldBeOfType<ActResult.Done>();
    }
}
