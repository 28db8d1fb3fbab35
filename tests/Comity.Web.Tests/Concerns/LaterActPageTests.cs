using System.Net;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.Concerns.Watch;
using Comity.Testing;
using Comity.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Concerns;

/// <summary>The pages on which what was done afterwards is said, shown and looked at, with what is answered when something is wrong, and to whom there are none.</summary>
public sealed class LaterActPageTests
{
    private const string Watch = "/concerns/watch";
    private const string Said = "She cut my hours the week after. <script>alert(1)</script>";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task What_the_record_shows_comes_before_the_monitoring_officer_and_is_looked_at_once(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (people, monitoring) = (council.People, await council.AsAsync(council.People.MonitoringOfficer));
        var reference = await council.RaiseConcernAsync(people.Member, people.Officer);
        await council.RaiseConcernAsync(people.Officer, people.Member);
        (await monitoring.GetAsync("/concerns")).Html.ShouldNotContain(Watch);
        (await monitoring.GetAsync(Watch)).Text.ShouldContain("Nothing has been shown to you.");

        await RunJobsAsync(council);
        await RunJobsAsync(council);

        (await monitoring.GetAsync("/concerns")).Text.ShouldContain("1 to look at");
        var list = await monitoring.GetAsync(Watch);
        list.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        list.Text.ShouldContain("Glen Officer raised a concern about Alex Member");
        list.Text.ShouldContain("Before the person whom the concern is about was told of it");
        list.Text.ShouldNotContain("He left the meeting.");
        var page = await monitoring.GetAsync($"/concerns/{reference}/later-acts/1");
        page.Text.ShouldContain("The protocol says nothing of this.");
        page.Text.ShouldContain("This says that it was done, and not why.");
        page.Text.ShouldNotContain("He left the meeting.");
        (await monitoring.GetAsync($"/concerns/{reference}")).Text.ShouldNotContain("He left the meeting.");
        (await monitoring.SubmitAsync(page, "main form")).Errors.ShouldBe(
            ["Choose what you did", "Enter what you make of it"],
            ignoreOrder: true
        );
        (await monitoring.SubmitAsync(page, "main form", ("Did", "shrug"), ("Words", "So it is."))).ShouldHaveErrors("Choose what you did");
        (
            await monitoring.SubmitAsync(page, "main form", ("Did", "spoke"), ("Words", "He had begun to write it before."))
        ).Location.ShouldBe(Watch);

        // The form as it was before it was looked at.
        (await monitoring.SubmitAsync(page, "main form", ("Did", "nothing"), ("Words", "Again."))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await monitoring.GetAsync(Watch)).Text.ShouldContain("I spoke with them");
        var again = await monitoring.GetAsync($"/concerns/{reference}/later-acts/1");
        again.Document.QuerySelector("main form").ShouldBeNull();
        (await monitoring.GetAsync("/concerns")).Text.ShouldContain("you have looked at all of it");
        (await monitoring.GetAsync($"/concerns/{reference}")).Text.ShouldContain("He had begun to write it before.");
        (await monitoring.GetAsync($"/concerns/{reference}/later-acts/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await monitoring.GetAsync($"/concerns/{reference}/later-acts/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Whoever_raised_it_says_what_was_done_and_only_whoever_watches_over_it_reads_that(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var people = council.People;
        var reference = await council.RaiseConcernAsync(people.Member, people.Officer);
        var here = $"/concerns/{reference}/done-to-me";
        var member = await council.AsAsync(people.Member);
        var before = (await member.GetAsync($"/concerns/{reference}")).Text;
        before.ShouldContain("Something was done to me because of this");
        var page = await member.GetAsync(here);
        page.Document.QuerySelector("#By option:nth-child(2)")!.TextContent.ShouldBe("Glen Officer");
        page.Document.QuerySelector($"#By option[value='{people.Member}']").ShouldBeNull();
        (await member.SubmitAsync(page, "main form")).Errors.ShouldBe(
            ["Choose who did it", "Enter the day on which it was done", "Enter what was done"],
            ignoreOrder: true
        );
        (string, string)[] tomorrow = [("On.Day", "3"), ("On.Month", "4"), ("On.Year", "2026")];
        (await member.SubmitAsync(page, "main form", [("Words", Said), ("By", people.Manager.ToString()), .. tomorrow])).ShouldHaveErrors(
            "The day must be today or earlier"
        );
        (string, string)[] today = [("On.Day", "2"), ("On.Month", "4"), ("On.Year", "2026")];
        (await member.SubmitAsync(page, "main form", [("Words", Said), ("By", people.Member.ToString()), .. today])).ShouldHaveErrors(
            "Choose who did it"
        );

        (await member.SubmitAsync(page, "main form", [("Words", Said), ("By", people.Manager.ToString()), .. today])).Location.ShouldBe(
            here
        );

        var passedOn = await member.GetAsync(here);
        passedOn.Text.ShouldContain("It has been passed on.");
        passedOn.Text.ShouldContain("Fran Manager, Thursday 2 April 2026. It was passed on and has not been looked at yet.");
        (await member.SubmitAsync(page, "main form", [("Words", Said), ("By", people.Manager.ToString()), .. today])).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        var monitoring = await council.AsAsync(people.MonitoringOfficer);
        var shown = await monitoring.GetAsync($"/concerns/{reference}/later-acts/1");
        shown.Text.ShouldContain("Alex Member says that Fran Manager did something to them");
        shown.Text.ShouldContain(Said);
        shown.Html.ShouldNotContain("<script>alert(1)</script>");

        // Whoever hears it may be the one who did it: nothing has changed for them.
        var hearer = await council.AsAsync(people.Manager);
        (await hearer.GetAsync($"/concerns/{reference}")).Text.ShouldNotContain("She cut my hours");
        foreach (var other in new[] { people.Manager, people.Officer, people.SameWardMember, people.Clerk, people.Director })
        {
            var visitor = await council.AsAsync(other);
            foreach (var address in new[] { here, Watch, $"/concerns/{reference}/later-acts/1" })
            {
                (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, $"{address} as {other}");
            }

            (await visitor.GetAsync("/concerns")).Html.ShouldNotContain(Watch);
        }

        (await member.GetAsync($"/concerns/{reference}/later-acts/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync(Watch)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await monitoring.GetAsync(here)).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var address in new[] { here, Watch, $"/concerns/{reference}/later-acts/1" })
        {
            (await council.App.NewVisitor().GetAsync(address)).Location.ShouldNotBeNull().ShouldStartWith("/demonstration?then=");
        }
    }

    [Fact]
    public async Task Say_what_was_done_after_the_concern_has_ended()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.RaiseConcernAsync(council.People.Member, council.People.Officer);
        var member = await council.AsAsync(council.People.Member);
        await member.SubmitAsync(await member.GetAsync($"/concerns/{reference}/close"), "main form", ("Words", "Let it rest."));

        var page = await member.GetAsync($"/concerns/{reference}/done-to-me");
        var said = await member.SubmitAsync(
            page,
            "main form",
            ("Words", Said),
            ("By", "not-said"),
            ("On.Day", "1"),
            ("On.Month", "4"),
            ("On.Year", "2026")
        );

        said.Location.ShouldBe($"/concerns/{reference}/done-to-me");
        (await member.GetAsync(said.Location!)).Text.ShouldContain("You did not say by whom, Wednesday 1 April 2026.");
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);
        (await monitoring.GetAsync(Watch)).Text.ShouldContain("Alex Member says that somebody whom they do not name did something to them");
    }

    [Fact]
    public async Task Whoever_sends_a_concern_reads_before_it_who_is_shown_later_acts()
    {
        await using var council = await WiganCouncil.StartAsync();
        var viewer = await council.ViewerAsync(council.People.Member);
        var draft = await council.DoAsync<ConcernDrafts, Guid>(async drafts =>
        {
            var id = await drafts.StartAsync(viewer, default);
            await drafts.ChangeAsync(
                id,
                viewer,
                new ConcernDraft
                {
                    About = council.People.Officer,
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

        var check = await (await council.AsAsync(council.People.Member)).GetAsync($"/concerns/raise/{draft}/check");

        check.Text.ShouldContain("the Monitoring Officer is shown that, with your name and without a word of what you wrote");
    }

    [Theory]
    [InlineData("west-lavington", "clause 2.4", "Do not punish an officer for doing the job.")]
    [InlineData("town", "clause 5", "Nobody may make an officer suffer for a duty under the law, done now or in the past.")]
    public async Task The_clause_of_the_protocol_in_force_stands_beside_what_a_member_did_to_an_officer(
        string protocol,
        string clause,
        string words
    )
    {
        await using var council = await ConcernCouncil.StartAsync(DatabaseKind.Sqlite, protocol);
        var held = (await council.RegisterAsync()).AllHeld(council.Today).ToList();
        var (officer, member) = (held.First(one => one.Role == "clerk").PersonId, held.First(one => one.Role == "member").PersonId);
        await RaiseAsync(council, officer, member);
        await RaiseAsync(council, member, officer);

        (await council.DoAsync<WatchConcerns, int>(watch => watch.ExecuteAsync(default))).ShouldBe(1);

        var overseer = held.First(one => one.Role == "monitoring-officer").PersonId;
        var monitoring = await council.AsAsync(overseer);
        var link = (await monitoring.GetAsync(Watch)).Document.QuerySelector("tbody a")!.GetAttribute("href")!;
        var page = await monitoring.GetAsync(link);
        page.Text.ShouldContain(words);
        page.Text.ShouldContain(clause);
    }

    private static Task RunJobsAsync(WiganCouncil council) =>
        council.App.Services.GetRequiredService<JobHost>().RunDueAsync(council.App.Clock.Now);

    /// <summary>By the first way that is open, with whatever the protocol asks answered by its first choice.</summary>
    private static async Task RaiseAsync(ConcernCouncil council, Guid by, Guid about)
    {
        var viewer = await council.ViewerAsync(by);
        var concern = new ConcernCase(ConcernAct.Concern.Key, by, about, new Dictionary<string, string>(), council.Today);
        var answer = await AskAsync(concern);
        while (answer.Question is { } question)
        {
            var value = question.Fact.Choices is [var first, ..] ? first.Name : "yes";
            concern = concern with { Facts = new Dictionary<string, string>(concern.Facts) { [question.Fact.Name] = value } };
            answer = await AskAsync(concern);
        }

        if (answer.Doors is [{ IsTalk: true } talk])
        {
            concern = concern with { UnresolvedAt = talk.Stage };
            answer = await AskAsync(concern);
        }

        var draft = await council.DoAsync<ConcernDrafts, Guid>(drafts => drafts.StartAsync(viewer, default));
        var raised = await council.DoAsync<RaiseConcern, RaiseConcernResult>(raise =>
            raise.ExecuteAsync(
                new RaiseConcernRequest
                {
                    DraftId = draft,
                    About = about,
                    Act = concern.Act,
                    Facts = concern.Facts,
                    WhatHappened = "A word was said.",
                    PutRight = "An apology.",
                    PassesOver = concern.UnresolvedAt,
                    ReasonToPassOver = concern.UnresolvedAt is null ? null : "It was tried.",
                    ReasonToGoOn = "It matters.",
                    Door = answer.Doors[0].Key,
                },
                viewer,
                default
            )
        );
        raised.ShouldBeOfType<RaiseConcernResult.Raised>();

        Task<ConcernAnswer> AskAsync(ConcernCase asked) =>
            council.DoAsync<ConcernRules, ConcernAnswer>(rules => rules.AskAsync(asked, default));
    }
}
