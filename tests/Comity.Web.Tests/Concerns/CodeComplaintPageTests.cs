using System.Net;
using AngleSharp.Dom;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;
using Comity.Testing;

namespace Comity.Web.Tests.Concerns;

/// <summary>A complaint under the members' code at its outcome: the independent person is asked before a decision on what was investigated (Localism Act 2011, section 28).</summary>
public sealed class CodeComplaintPageTests
{
    private static readonly (string, string?)[] Decision =
    [
        ("Kind", OutcomeKind.Decided),
        ("Measures", "apology"),
        ("Words", "There was a breach, for the reasons in the report."),
    ];

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Decide_what_was_investigated_waits_for_the_independent_persons_view(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (here, officer) = await TakenUpAsync(council);
        var outcome = await officer.GetAsync(here + "/outcome");
        outcome.Text.ShouldContain("Was it investigated?");

        (await officer.SubmitAsync(outcome, "main form", Decision)).ShouldHaveErrors("Choose whether it was investigated");
        var early = await officer.SubmitAsync(outcome, "main form", [.. Decision, ("Investigated", "yes")]);
        early.Status.ShouldBe(HttpStatusCode.BadRequest);
        early.Errors.ShouldHaveSingleItem().ShouldContain("Put it on record first");
        early.Text.ShouldContain("s.28");
        early.Document.QuerySelector($"main a[href='{here}/consulted']").ShouldNotBeNull();
        early.Document.QuerySelector<IElement>("#Words")!.TextContent.ShouldContain("for the reasons in the report");

        var consulted = await officer.GetAsync(here + "/consulted");
        (await officer.SubmitAsync(consulted, "main form")).Errors.ShouldBe(
            ["Enter what they said", "Choose who was consulted", "Enter the day on which they were consulted"],
            ignoreOrder: true
        );
        (await officer.SubmitAsync(consulted, "main form", Consulted("2099")))
            .Errors.ShouldHaveSingleItem()
            .ShouldStartWith("The day of the consultation must be today or earlier.");
        (await officer.SubmitAsync(consulted, "main form", Consulted("2026"))).Location.ShouldBe(here);
        (await officer.SubmitAsync(consulted, "main form", Consulted("2026"))).Status.ShouldBe(HttpStatusCode.Conflict);

        var decided = await officer.SubmitAsync(
            await officer.GetAsync(here + "/outcome"),
            "main form",
            [.. Decision, ("Investigated", "yes")]
        );
        decided.Location.ShouldBe(here, decided.Text);
        var raiser = await council.AsAsync(council.People.Member);
        (await raiser.GetAsync(here)).Text.ShouldContain("There was a breach, for the reasons in the report.");

        // What the independent person said is for whoever hears it.
        (await raiser.GetAsync(here)).Text.ShouldNotContain("I see a breach as well.");
        (await (await council.AsAsync(council.People.OtherGroupMember)).GetAsync(here)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Decide_what_was_not_investigated_needs_nobody_else()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (here, officer) = await TakenUpAsync(council);
        var outcome = await officer.GetAsync(here + "/outcome");

        (await officer.SubmitAsync(outcome, "main form", [.. Decision, ("Investigated", "perhaps")])).ShouldHaveErrors(
            "Choose whether it was investigated"
        );
        (await officer.SubmitAsync(outcome, "main form", [.. Decision, ("Investigated", "no")])).Location.ShouldBe(here);
    }

    [Fact]
    public async Task Come_to_an_outcome_of_any_other_concern_is_not_asked_whether_it_was_investigated()
    {
        await using var council = await WiganCouncil.StartAsync();
        var here = await RaisedAsync(council, council.People.Officer, ConcernAct.Concern.Key);
        var manager = await council.AsAsync(council.People.Manager);
        await TakeUpAsync(manager, here);

        (await manager.GetAsync(here + "/outcome")).Text.ShouldNotContain("Was it investigated?");
    }

    private static (string, string?)[] Consulted(string year) =>
        [
            ("Who", "independent-person-consulted"),
            ("On.Day", "1"),
            ("On.Month", "3"),
            ("On.Year", year),
            ("Words", "I see a breach as well."),
        ];

    private static async Task<(string Here, Visitor Officer)> TakenUpAsync(WiganCouncil council)
    {
        var here = await RaisedAsync(council, council.People.OtherGroupMember, ConcernAct.CodeComplaint.Key);
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        await TakeUpAsync(officer, here);
        return (here, officer);
    }

    private static async Task TakeUpAsync(Visitor hearer, string here) =>
        (await hearer.SubmitAsync(await hearer.GetAsync(here + "/take-up"), "main form", ("Words", "I have it."))).Location.ShouldBe(here);

    private static async Task<string> RaisedAsync(WiganCouncil council, Guid about, string act)
    {
        var viewer = await council.ViewerAsync(council.People.Member);
        var facts = new Dictionary<string, string> { ["protocol-breach"] = "yes" };
        var draft = await council.DoAsync<ConcernDrafts, Guid>(drafts => drafts.StartAsync(viewer, default));
        var answer = await council.DoAsync<ConcernRules, ConcernAnswer>(rules =>
            rules.AskAsync(new ConcernCase(act, council.People.Member, about, facts, council.App.Clock.Today()), default)
        );
        var raised = await council.DoAsync<RaiseConcern, RaiseConcernResult>(raise =>
            raise.ExecuteAsync(
                new RaiseConcernRequest
                {
                    DraftId = draft,
                    About = about,
                    Act = act,
                    Facts = facts,
                    WhatHappened = "He shouted at the table.",
                    PutRight = "An apology.",
                    Door = answer.Doors[0].Key,
                },
                viewer,
                default
            )
        );
        return $"/concerns/{raised.ShouldBeOfType<RaiseConcernResult.Raised>().Reference}";
    }
}
