using System.Net;
using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.MayI;

public class MayITests
{
    private const string Interview = "main form[method=get]";

    [Fact]
    public async Task Find_an_act_by_a_whole_question_offers_it_with_what_it_means()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync("/may-i?Words=May+I+see+a+document%3F");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("main ul a").Select(link => link.GetAttribute("href")).ShouldContain("/may-i/inspect-document");
    }

    [Theory]
    [InlineData("", "Enter what you would like to do")]
    [InlineData("+++", "Enter what you would like to do")]
    [InlineData("toolong", "What you would like to do must be 200 characters or fewer")]
    public async Task Find_without_words_that_can_be_looked_for_is_refused(string words, string message)
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync($"/may-i?Words={(words == "toolong" ? new string('x', 201) : words)}");

        page.ShouldHaveErrors(message);
    }

    [Fact]
    public async Task Find_by_words_that_the_protocol_does_not_know_says_so()
    {
        await using var council = await WiganCouncil.StartAsync();

        var page = await (await council.AsAsync(council.People.Member)).GetAsync("/may-i?Words=zebra+crossing");

        page.Text.ShouldContain("speaks of nothing that these words find");
    }

    [Fact]
    public async Task Answer_that_leads_to_an_office_names_who_is_in_it_today_and_never_why_somebody_is_not()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("town"));
        var member = await council.AsAsync(council.People.Member);
        const string Address = "/may-i/ask-information/answer?by=member&to=officer";
        var usual = await member.GetAsync(Address);
        usual.Text.ShouldContain("In this council today: Ira Clerk, clerk");
        var clerk = await council.ViewerAsync(council.People.Clerk);

        await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(
                clerk,
                new(council.People.Clerk, council.People.Member, Tie.Family, "We are cousins.", null, new DateOnly(2026, 3, 1)),
                default
            )
        );
        var monitoring = await council.ViewerAsync(council.People.MonitoringOfficer);
        await council.DoAsync<StateSubstitute, RegisterChange>(state =>
            state.ExecuteAsync(
                monitoring,
                new("clerk", null, council.People.HousingOffice, "C/14", new DateOnly(2026, 3, 1), null, new HashSet<string> { "clerk" }),
                default
            )
        );
        var passed = await member.GetAsync(Address);

        passed.Text.ShouldContain(
            "In this council today: Hana Housing, Housing Liaison Officer, in place of the clerk: the council's own arrangement (C/14)"
        );
        passed.Text.ShouldNotContain("Ira Clerk");
        passed.Text.ShouldNotContain("relationship");
        (await (await council.AsAsync(council.People.OtherGroupMember)).GetAsync(Address)).Text.ShouldContain("Ira Clerk, clerk");
    }

    [Fact]
    public async Task Ask_further_where_nobody_is_monitoring_officer_names_the_clerk_or_the_stated_substitute()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.ViewerAsync(council.People.Clerk);
        await council.ReadAsync(db =>
            db.Holdings.Where(holding => holding.PersonId == council.People.MonitoringOfficer)
                .ExecuteUpdateAsync(set => set.SetProperty(holding => holding.Until, new DateOnly(2026, 1, 1)))
        );
        var officer = await council.AsAsync(council.People.Officer);
        (await AnswerAsync(officer, "/may-i/reply", "officer", "member", "enquiry", "full")).Text.ShouldContain(
            "for Ira Clerk to say, Democratic Services Officer. The protocol leads to nobody here who can take it"
        );

        await council.DoAsync<StateSubstitute, RegisterChange>(state =>
            state.ExecuteAsync(
                clerk,
                new(
                    "monitoring-officer",
                    null,
                    council.People.DirectorOffice,
                    "C/15",
                    new DateOnly(2026, 3, 1),
                    null,
                    new HashSet<string> { "monitoring-officer" }
                ),
                default
            )
        );

        (await AnswerAsync(officer, "/may-i/reply", "officer", "member", "enquiry", "full")).Text.ShouldContain(
            "for Ellis Director to say, Director of Place, who stands in by the council’s own arrangement (C/15)"
        );
    }

    [Fact]
    public async Task Answer_question_by_question_comes_to_an_answer_with_its_clauses_and_stores_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var before = await council.ReadAsync(db => db.RecordEntries.CountAsync());

        var page = await AnswerAsync(officer, "/may-i/reply?by=officer&to=member", "enquiry", "full");

        page.Text.ShouldContain("Clause 6.2");
        page.Text.ShouldContain("What this rests on");
        page.Document.QuerySelectorAll("a[href^='/protocol/clauses/']").ShouldNotBeEmpty();
        page.Document.QuerySelector("#ask button").ShouldNotBeNull().TextContent.ShouldContain("Ask the Monitoring Officer about this");
        (await council.ReadAsync(db => db.RecordEntries.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Send_on_the_address_of_an_answer_gives_somebody_else_the_same_answer()
    {
        await using var council = await WiganCouncil.StartAsync();
        var page = await AnswerAsync(await council.AsAsync(council.People.Officer), "/may-i/reply", "officer", "member", "enquiry", "full");

        var other = await (await council.AsAsync(council.People.Member)).GetAsync(page.Address.PathAndQuery);

        other.Heading.ShouldBe(page.Heading);
        other.Text.ShouldBe(page.Text);
    }

    [Fact]
    public async Task Answer_nothing_is_refused_and_what_was_said_before_stays()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var second = await AnswerAsync(member, "/may-i/reply", "officer");

        var page = await member.SubmitAsync(second, Interview, ("Answer", null));

        page.ShouldHaveErrors("Choose who it is");
        page.Document.QuerySelector("input[type=hidden][name=by]")!.GetAttribute("value").ShouldBe("officer");
    }

    [Theory]
    [InlineData("/may-i/no-such-act")]
    [InlineData("/may-i/reply?by=no-such-role")]
    [InlineData("/may-i/reply?by=officer&by=member")]
    [InlineData("/may-i/reply?request=no-such-value")]
    public async Task Open_an_address_that_was_not_made_here_is_the_same_as_no_such_page(string path)
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Html.ShouldBe((await member.GetAsync("/no-such-page")).Html);
    }

    [Fact]
    public async Task Leave_a_question_open_goes_on_and_the_answer_says_that_it_was_left_open()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var page = await member.OpenAsync("/may-i/inspect-document?by=member");
        for (var i = 0; i < 20 && page.Document.QuerySelector(Interview) is not null; i++)
        {
            var asked = page.Document.QuerySelector("input[name=asked]")!.GetAttribute("value");
            page = asked is "by" or "to" or "about"
                ? await FollowAsync(member, await member.SubmitAsync(page, Interview, ("Answer", "nobody")))
                : await FollowAsync(member, await member.SubmitAsync(page, Interview, ("Answer", null), ("open", "true")));
        }

        page.Document.QuerySelector("#answer").ShouldNotBeNull();
        page.Text.ShouldContain("Not known");
    }

    [Fact]
    public async Task Begin_with_what_was_said_starts_a_draft_that_does_not_ask_it_again()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var page = await member.OpenAsync("/may-i/ask-information?by=member");
        for (var i = 0; i < 20 && page.Document.QuerySelector(Interview) is { } form; i++)
        {
            var first = form.QuerySelector("input[type=radio]")!.GetAttribute("value")!;
            page = await FollowAsync(member, await member.SubmitAsync(page, Interview, ("Answer", first)));
        }

        page.Document.QuerySelector("#begin").ShouldNotBeNull(page.Text);
        var begun = await member.SubmitAsync(page, "#begin");

        begun.Location.ShouldNotBeNull().ShouldStartWith("/ask/");
        begun.Location.ShouldEndWith("/rule");
        (await member.OpenAsync(begun.Location)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Say_otherwise_of_what_was_taken_for_granted_changes_the_answer()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var answer = await FollowAsync(member, await member.GetAsync("/may-i/ask-information?by=member"));
        var heading = answer.Heading;
        var link = answer
            .Document.QuerySelectorAll("main a")
            .Single(a => a.GetAttribute("href")!.EndsWith("presumed=needed-for-role", StringComparison.Ordinal));

        var question = await member.OpenAsync(link.GetAttribute("href")!);
        question.Document.QuerySelector("button[name=open]").ShouldBeNull();
        (await member.SubmitAsync(question, Interview, ("Answer", null))).ShouldHaveErrors("Choose an answer");
        var otherwise = await FollowAsync(member, await member.SubmitAsync(question, Interview, ("Answer", "no")));

        otherwise.Heading.ShouldNotBe(heading);
        otherwise.Text.ShouldContain("What this rests on");
        otherwise.Document.QuerySelectorAll("main a[href$='presumed=needed-for-role']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Say_otherwise_of_what_nobody_took_for_granted_leads_back_to_the_answer()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync("/may-i/ask-information?by=member&presumed=no-such-fact");

        page.Location.ShouldBe("/may-i/ask-information/answer?by=member");
    }

    [Fact]
    public async Task Begin_as_an_officer_is_not_offered_and_not_possible()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var page = await officer.OpenAsync("/may-i/ask-information?by=member&to=officer");

        page.Document.QuerySelector("#begin").ShouldBeNull();
    }

    /// <summary>Picks these answers where the page offers them, and the first where it does not.</summary>
    private static async Task<Page> AnswerAsync(Visitor visitor, string path, params string[] answers)
    {
        var page = await visitor.OpenAsync(path);
        var wanted = answers.ToList();
        var isAll = answers.Length > 1;
        for (var i = 0; i < 20 && page.Document.QuerySelector(Interview) is { } form; i++)
        {
            var offered = form.QuerySelectorAll("input[type=radio]").Select(radio => radio.GetAttribute("value")!).ToList();
            var answer = wanted.Find(offered.Contains);
            if (answer is null && !isAll)
            {
                return page;
            }

            wanted.Remove(answer ?? "");
            page =
                offered.Count == 0
                    ? await FollowAsync(visitor, await visitor.SubmitAsync(page, Interview, ("open", "true")))
                    : await FollowAsync(visitor, await visitor.SubmitAsync(page, Interview, ("Answer", answer ?? offered[0])));
        }

        return page;
    }

    private static async Task<Page> FollowAsync(Visitor visitor, Page page)
    {
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.Text);
        return await visitor.OpenAsync(page.Location!);
    }
}
