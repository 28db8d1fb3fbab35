using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;

namespace Comity.Web.Tests.Concerns;

internal static class ConcernsOfCouncil
{
    /// <summary>A concern about a breach of the protocol, sent by the first way that is open.</summary>
    /// <returns>Its reference.</returns>
    public static async Task<string> RaiseConcernAsync(
        this WiganCouncil council,
        Guid by,
        Guid about,
        IReadOnlyDictionary<string, string>? facts = null
    )
    {
        var viewer = await council.ViewerAsync(by);
        var answered = facts ?? new Dictionary<string, string> { ["protocol-breach"] = "yes" };
        var draft = await council.DoAsync<ConcernDrafts, Guid>(drafts => drafts.StartAsync(viewer, default));
        var answer = await council.DoAsync<ConcernRules, ConcernAnswer>(rules =>
            rules.AskAsync(new ConcernCase(ConcernAct.Concern.Key, by, about, answered, council.App.Clock.Today()), default)
        );
        var raised = await council.DoAsync<RaiseConcern, RaiseConcernResult>(raise =>
            raise.ExecuteAsync(
                new RaiseConcernRequest
                {
                    DraftId = draft,
                    About = about,
                    Act = ConcernAct.Concern.Key,
                    Facts = answered,
                    WhatHappened = "He left the meeting.",
                    PutRight = "An apology.",
                    Door = answer.Doors[0].Key,
                },
                viewer,
                default
            )
        );
        return raised.ShouldBeOfType<RaiseConcernResult.Raised>().Reference;
    }
}
