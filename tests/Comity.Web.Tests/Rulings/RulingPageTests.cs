using System.Net;
using Comity.Testing;
using static Comity.Web.Tests.People.RegisterFormTests;

namespace Comity.Web.Tests.Rulings;

/// <summary>What the Monitoring Officer says of the protocol's meaning, on its pages and wherever it bears on an answer.</summary>
public class RulingPageTests
{
    private const string Notes = "/rulings/new?act=bring-into-disrepute&by=member&clause=guidance-and-good-name";
    private const string Visits = "/rulings/new?act=visit-school&by=officer";
    private const string VisitAnswer = "/may-i/visit-school/answer?by=officer&to=&about=";

    [Fact, Norm("generic/1.2/c")]
    public async Task Make_a_ruling_that_binds_stands_beside_its_clause_and_decides_what_may_be_done()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        var member = await council.AsAsync(council.People.Member);
        (await member.GetAsync("/may-i/bring-into-disrepute/answer?by=member")).Heading.ShouldStartWith("No");
        var clause = await officer.GetAsync("/protocol/clauses/1.3");
        var start = await officer.GetAsync(clause.Document.QuerySelector("main a[href^='/rulings/new']")!.GetAttribute("href")!);
        start.Document.QuerySelector("select[name=act] option[value=bring-into-disrepute]").ShouldNotBeNull();
        var page = await officer.GetAsync(Notes);
        page.Text.ShouldContain("The protocol gives you the last word");
        page.Document.QuerySelector("input[name=Clauses][value=guidance-and-good-name][checked]").ShouldNotBeNull();

        (await officer.SubmitAsync(page, "main form")).ShouldHaveErrors(
            "Enter the question in a few words",
            "Choose what the protocol means here",
            "Enter the answer in plain words",
            "Enter the reasons",
            "Enter the first day on which it holds"
        );
        var made = await officer.SubmitAsync(page, "main form", Permits("A vote of no confidence"));

        made.Location.ShouldBe("/rulings");
        (await officer.GetAsync("/rulings")).Text.ShouldContain("The ruling has been made");
        var answer = await member.GetAsync("/may-i/bring-into-disrepute/answer?by=member");
        answer.Heading.ShouldStartWith("Yes");
        answer.Text.ShouldContain("The Monitoring Officer’s ruling R1");
        answer.Text.ShouldContain("Jo Monitoring, Monitoring Officer, Thursday 2 April 2026");
        answer.Document.QuerySelector("main a[href='/rulings/1']").ShouldNotBeNull();
        var beside = (await member.GetAsync("/protocol")).Document.GetElementById("guidance-and-good-name")!.TextContent;
        beside.ShouldContain("The Monitoring Officer’s ruling");
        beside.ShouldContain("A vote brings no discredit.");
        var own = await member.GetAsync("/rulings/1");
        own.Text.ShouldContain("It is not the protocol’s own text.");
        own.Text.ShouldContain("on a question that was put under the clause");
        own.Document.QuerySelector("main a[href$='/withdraw']").ShouldBeNull();
        (await member.GetAsync("/protocol/versions")).Text.ShouldContain("rulings/rulings.protocol.md");
    }

    [Fact]
    public async Task Ruling_about_ones_own_office_or_against_another_clause_is_refused_beside_its_field()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        var page = await officer.GetAsync(Notes);

        var own = await officer.SubmitAsync(page, "main form", [.. Permits("Mine"), ("By", "monitoring-officer")]);
        var against = await officer.SubmitAsync(
            await officer.GetAsync("/rulings/new?act=bring-into-disrepute&by=member"),
            "main form",
            Permits("Notes")
        );

        own.ErrorOf("Title").ShouldNotBeNull().ShouldContain("nobody decides about themselves");
        own.Document.GetElementById("Answer")!.TextContent.ShouldContain("A vote brings no discredit.");
        against.ErrorOf("Clauses").ShouldNotBeNull().ShouldContain("still says otherwise");
        (await officer.GetAsync("/rulings")).Text.ShouldContain("Nothing has been said yet.");
    }

    [Fact]
    public async Task Withdraw_a_ruling_says_why_and_when_it_was_ended_before()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        await officer.SubmitAsync(await officer.GetAsync(Notes), "main form", Permits("A vote of no confidence"));
        var again = await officer.GetAsync(
            (await officer.GetAsync("/rulings/1")).Document.QuerySelector("main a[href*='replaces=1']")!.GetAttribute("href")!
        );
        again.Document.QuerySelector("input[name=Clauses][value=guidance-and-good-name][checked]").ShouldNotBeNull();
        var page = await officer.GetAsync("/rulings/1/withdraw");

        (await officer.SubmitAsync(page, "main form")).ShouldHaveErrors("Enter the last day on which it holds", "Enter why it ends");
        (
            await officer.SubmitAsync(page, "main form", [("Because", "The clause was mended."), .. Day("LastDay", 2, 4, 2026)])
        ).Location.ShouldBe("/rulings/1");
        var late = await officer.SubmitAsync(page, "main form", [("Because", "Twice."), .. Day("LastDay", 3, 4, 2026)]);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.GetElementById("Because")!.TextContent.ShouldContain("Twice.");
        council.App.Clock.Advance(TimeSpan.FromDays(1));
        var ended = await (await council.AsAsync(council.People.Member)).GetAsync("/rulings/1");
        ended.Text.ShouldContain("The clause was mended.");
        ended.Text.ShouldContain("It has ended and decides nothing.");
        (
            await (await council.AsAsync(council.People.Member)).GetAsync("/may-i/bring-into-disrepute/answer?by=member")
        ).Heading.ShouldStartWith("No");
    }

    [Fact]
    public async Task Advice_stands_beside_an_answer_as_advice_until_the_council_adopts_it()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        var clerk = await council.AsAsync(council.People.Clerk);
        var member = await council.AsAsync(council.People.Member);
        var question = await officer.GetAsync(VisitAnswer);
        var page = await officer.GetAsync(question.Document.QuerySelector("main a[href^='/rulings/new']")!.GetAttribute("href")!);
        page.Text.ShouldContain("The protocol gives nobody the last word");

        (await officer.SubmitAsync(page, "main form", Forbids("Visits to a school"))).Location.ShouldBe("/rulings");

        var before = await member.GetAsync(VisitAnswer);
        before.Heading.ShouldBe(question.Heading);
        before.Text.ShouldContain("The Monitoring Officer’s advice");
        before.Text.ShouldContain("it decides nothing until the council adopts it");
        (await member.GetAsync("/protocol"))
            .Document.GetElementById("settled-by-the-council")!
            .TextContent.ShouldContain("The Monitoring Officer’s advice");
        var adopt = await clerk.GetAsync("/rulings/1/adopt");
        (await clerk.SubmitAsync(adopt, "main form")).ShouldHaveErrors(
            "Enter the minute of the decision, as the council refers to it",
            "Enter the first day on which it holds"
        );
        (await clerk.SubmitAsync(adopt, "main form", [("Minute", "C/31"), .. Day("From", 2, 4, 2026)])).Location.ShouldBe("/rulings/1");
        var late = await clerk.SubmitAsync(adopt, "main form", [("Minute", "C/32"), .. Day("From", 2, 4, 2026)]);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        var after = await member.GetAsync(VisitAnswer);
        after.Heading.ShouldStartWith("No");
        after.Text.ShouldContain("The council’s own arrangement M1");
        after.Text.ShouldContain("adopted by minute C/31");
        after.Text.ShouldNotContain("The Monitoring Officer’s advice");
        var own = await member.GetAsync("/rulings/1");
        own.Text.ShouldContain("minute C/31, entered by Ira Clerk");
        (await officer.GetAsync("/rulings/1/withdraw")).Text.ShouldContain("Minute of the decision to end it");
    }

    [Fact]
    public async Task Two_who_rule_at_once_are_told_and_nothing_that_was_typed_is_lost()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        var first = await officer.GetAsync(Visits);
        var second = await officer.GetAsync(Visits);
        await officer.SubmitAsync(first, "main form", Forbids("Visits to a school"));

        var late = await officer.SubmitAsync(second, "main form", Forbids("Visits"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.GetElementById("Title")!.GetAttribute("value").ShouldBe("Visits");
        (await officer.SubmitAsync(late, "main form")).ErrorOf("Title").ShouldNotBeNull().ShouldContain("Replace that one");
    }

    [Theory]
    [InlineData("/rulings/new")]
    [InlineData(Visits)]
    [InlineData("/rulings/1/withdraw")]
    [InlineData("/rulings/1/adopt")]
    [InlineData("/rulings/2")]
    public async Task Page_for_somebody_else_is_the_same_as_no_such_page(string path)
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        await officer.SubmitAsync(await officer.GetAsync(Visits), "main form", Forbids("Visits to a school"));
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Html.ShouldBe((await member.GetAsync("/no-such-page")).Html);
    }

    private static (string, string?)[] Permits(string title) =>
        [
            ("Title", title),
            ("Effect", "Permitted"),
            ("Answer", "A vote brings no discredit."),
            ("Reasons", "The clause is about discredit."),
            ("Reference", "yes"),
            .. Day("From", 2, 4, 2026),
        ];

    private static (string, string?)[] Forbids(string title) =>
        [
            ("Title", title),
            ("Effect", "NotPermitted"),
            ("Answer", "Ask the head teacher first."),
            ("Reasons", "A school is not the council’s office."),
            .. Day("From", 2, 4, 2026),
        ];
}
