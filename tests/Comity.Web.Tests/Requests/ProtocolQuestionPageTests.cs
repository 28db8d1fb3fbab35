using System.Net;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using static Comity.Web.Tests.People.RegisterFormTests;

namespace Comity.Web.Tests.Requests;

/// <summary>From "May I …?" to a question about the protocol, from the question to a ruling, and back to whoever asked.</summary>
public class ProtocolQuestionPageTests
{
    private const string Answer = "/may-i/bring-into-disrepute/answer?by=member";
    private const string Silent = "/may-i/visit-school/answer?by=officer&to=&about=";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("generic/1.2/b")]
    [Norm("generic/1.2/c")]
    public async Task Ask_about_an_answer_goes_with_it_to_the_monitoring_officer_and_comes_back_as_a_ruling(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind, TestPeople.TextsOf("generic"));
        var (member, officer) = (await council.AsAsync(council.People.Member), await council.AsAsync(council.People.MonitoringOfficer));
        var begun = await member.SubmitAsync(await member.GetAsync(Answer), "#ask");
        var details = await member.OpenAsync(begun.Location!);
        details.Heading.ShouldBe("Your question about the protocol");
        details.Text.ShouldContain("This goes with your question");
        details.Text.ShouldContain("Who would do it? Member");
        details.Text.ShouldContain("1.3");
        details.Document.GetElementById("Subject")!.GetAttribute("value").ShouldNotBeNullOrEmpty();
        foreach (var field in new[] { "ServiceAreaId", "WardId", "Capacity" })
        {
            details.Document.QuerySelector($"[name={field}]").ShouldBeNull(field);
        }

        (await member.SubmitAsync(details, "main form")).ShouldHaveErrors("Enter what you want to know or have done");
        var check = await member.OpenAsync((await member.SubmitAsync(details, "main form", ("Question", "Does a vote count?"))).Location!);
        check.Heading.ShouldBe("Check before you send");
        check.Text.ShouldContain("It goes to Jo Monitoring, Monitoring Officer");
        check.Text.ShouldContain("The protocol sends it there (clause 1.2)");
        check.Text.ShouldContain("Who would do it? Member");
        check.Text.ShouldNotContain("Resident");
        var here = (await member.SubmitAsync(check, "main form")).Location!;

        var question = await officer.GetAsync(here);
        question.Text.ShouldContain("Does a vote count?");
        question.Text.ShouldContain("Who would do it? Member");
        (await officer.GetAsync(Link(question, "/may-i/"))).Heading.ShouldBe((await member.GetAsync(Answer)).Heading);
        var form = await officer.GetAsync(Link(question, "/rulings/new"));
        form.Document.QuerySelector("input[name=Clauses][value=guidance-and-good-name][checked]").ShouldNotBeNull();
        form.Document.QuerySelector("#By option[selected]")!.GetAttribute("value").ShouldBe("member");
        form.Document.QuerySelector("input[name=Reference][checked]").ShouldNotBeNull();
        var made = await officer.SubmitAsync(form, "main form", Ruling);

        made.Location.ShouldBe(here);
        (await officer.GetAsync(here)).Text.ShouldContain("The ruling has been made");
        var told = await member.GetAsync(here);
        told.Document.QuerySelector("main dl a[href='/rulings/1']").ShouldNotBeNull();
        told.Text.ShouldContain("Said what the protocol means");
        foreach (var inside in new[] { member, officer })
        {
            (await inside.GetAsync("/rulings/1")).Document.QuerySelector($"main a[href='{here}']").ShouldNotBeNull();
        }

        var outside = await council.AsAsync(council.People.OtherGroupMember);
        var reference = here.Split('/')[^1];
        foreach (var path in new[] { "/rulings/1", "/rulings", "/protocol", Answer })
        {
            var page = await outside.GetAsync(path);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Html.ShouldNotContain(reference);
            page.Text.ShouldNotContain("Alex Member");
        }
    }

    [Fact]
    public async Task Ask_as_an_officer_needs_no_member_and_is_the_officers_own()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var start = await officer.GetAsync("/ask");

        var rule = await officer.OpenAsync((await officer.SubmitAsync(start, "main form", ("Kind", "protocol-question"))).Location!);
        rule.Text.ShouldContain("The protocol does not say who decides what it means.");
        var details = await officer.OpenAsync((await officer.SubmitAsync(rule, "main form")).Location!);
        var check = await officer.OpenAsync(
            (await officer.SubmitAsync(details, "main form", ("Subject", "Gifts"), ("Question", "May I keep it?"))).Location!
        );
        check.Text.ShouldContain("It goes to Jo Monitoring");
        check.Text.ShouldContain("a safeguard of Comity’s own, not the protocol");
        var sent = await officer.SubmitAsync(check, "main form");

        var mine = await officer.OpenAsync(sent.Location!);
        mine.Text.ShouldContain("Asked by Glen Officer");
        mine.Text.ShouldNotContain("logged by");
        (await officer.GetAsync("/what-i-am-owed")).Text.ShouldContain("Gifts");
        var answering = await council.AsAsync(council.People.MonitoringOfficer);
        (await answering.GetAsync(sent.Location!))
            .Document.QuerySelector(".comity-actions")!
            .TextContent.ShouldContain("Tell whoever asked how it is going");
        var reply = await answering.SubmitAsync(await answering.GetAsync(sent.Location + "/reply"), "main form", ("Words", "Hand it in."));
        reply.Location.ShouldBe(sent.Location);
        (await officer.GetAsync(sent.Location!)).Text.ShouldContain("Hand it in.");
    }

    [Fact]
    public async Task Ask_for_a_member_still_wants_the_day_it_came()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);

        var page = await clerk.SubmitAsync(
            await clerk.GetAsync("/ask"),
            "main form",
            ("Kind", "protocol-question"),
            ("MemberId", council.People.Member.ToString("D"))
        );

        page.ShouldHaveErrors("Enter the day it reached the council");
    }

    [Fact]
    public async Task Ask_of_a_resident_is_no_step_of_a_question_about_the_protocol()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var begun = await member.SubmitAsync(await member.GetAsync(Silent), "#ask");

        (await member.GetAsync(begun.Location!.Replace("details", "resident", StringComparison.Ordinal))).Location.ShouldBe(
            begun.Location.Replace("details", "check", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Ask_another_kind_with_the_draft_of_a_question_sends_nothing_of_the_situation()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var begun = await member.SubmitAsync(await member.GetAsync(Silent), "#ask");
        var draft = begun.Location!.Split('/')[2];

        await member.SubmitAsync(await member.GetAsync($"/ask?draft={draft}"), "main form", ("Kind", "enquiry"));

        (await member.GetAsync(begun.Location)).Text.ShouldNotContain("This goes with your question");
    }

    [Fact]
    public async Task Ask_about_an_answer_without_an_office_is_not_offered_and_not_possible()
    {
        await using var council = await WiganCouncil.StartAsync();
        var former = await council.AsAsync(council.People.FormerMember);
        var member = await council.AsAsync(council.People.Member);
        var offered = await member.GetAsync(Silent);
        var page = await former.GetAsync(Silent);

        page.Document.QuerySelector("#ask").ShouldBeNull();
        var form = (await former.GetAsync("/ask")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!;
        using var post = new FormUrlEncodedContent([new("__RequestVerificationToken", form.GetAttribute("value")!)]);
        var action = new Uri(offered.Document.QuerySelector("#ask")!.GetAttribute("action")!, UriKind.Relative);
        var forced = await Page.ReadAsync(await former.Client.PostAsync(action, post));
        forced.Status.ShouldBe(HttpStatusCode.NotFound);
        (await council.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Rule_from_a_question_that_is_not_ones_own_is_the_same_as_no_such_page()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.MonitoringOfficer);
        var enquiry = await council.AskedAsync();
        var question = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.ProtocolQuestion,
                ServiceAreaId = null,
                WardId = null,
                About = new AskedSituation(
                    "visit-school",
                    [new SaidAnswer("about", "monitoring-officer")],
                    new DateOnly(2026, 4, 2),
                    "May I?"
                ),
            }
        );
        var none = (await officer.GetAsync("/no-such-page")).Html;

        foreach (var reference in new[] { enquiry, question, "Q-NONE" })
        {
            var page = await officer.GetAsync($"/rulings/new/visit-school?question={reference}");
            page.Status.ShouldBe(HttpStatusCode.NotFound, reference);
            page.Html.ShouldBe(none, reference);
        }
    }

    [Fact]
    public async Task Rule_from_a_question_that_moved_on_meanwhile_is_told_and_keeps_what_was_typed()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (member, officer) = (await council.AsAsync(council.People.Member), await council.AsAsync(council.People.MonitoringOfficer));
        var here = await AskAsync(member);
        var form = await officer.GetAsync(Link(await officer.GetAsync(here), "/rulings/new"));
        await officer.SubmitAsync(await officer.GetAsync(here + "/note"), "main form", ("Words", "Ask legal."));

        var late = await officer.SubmitAsync(form, "main form", Ruling);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.GetElementById("Reasons")!.TextContent.ShouldContain("The clause is about discredit.");
        (await officer.SubmitAsync(late, "main form")).Location.ShouldBe(here);
    }

    [Fact]
    public async Task Rule_where_the_protocol_is_silent_offers_no_empty_list_of_clauses()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.MonitoringOfficer);

        var form = await officer.GetAsync("/rulings/new/interpret-protocol");

        form.Document.QuerySelector("[name=Clauses]").ShouldBeNull();
        form.Text.ShouldNotContain("Which clauses");
        form.Document.GetElementById("silent").ShouldNotBeNull().TextContent.ShouldContain("no clause speaks of it");
        (await officer.SubmitAsync(form, "main form", [.. Ruling.Where(field => field.Item1 != "Title")])).ShouldHaveErrors(
            "Enter the question in a few words"
        );
    }

    [Fact]
    public async Task Declare_a_relationship_takes_an_open_enquiry_away_and_shows_its_asker_no_more_than_that()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var (member, owner) = (await council.AsAsync(council.People.Member), await council.AsAsync(council.People.Officer));
        (await owner.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.OK);
        var viewer = await council.ViewerAsync(council.People.Officer);

        await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(
                viewer,
                new(council.People.Officer, council.People.Member, Tie.Family, "We are cousins.", null, new DateOnly(2026, 3, 1)),
                default
            )
        );

        var gone = await owner.GetAsync($"/enquiries/{reference}");
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        gone.Html.ShouldBe((await owner.GetAsync("/no-such-page")).Html);
        var page = await member.GetAsync($"/enquiries/{reference}");
        page.Text.ShouldContain("Passed on · Comity");
        page.Text.ShouldContain("Passed to Ellis Director (Director of Place). Nobody in that office can answer it.");
        page.Text.ShouldNotContain("relationship");
        (await (await council.AsAsync(council.People.Director)).GetAsync("/what-i-owe")).Text.ShouldContain(reference);
    }

    [Fact]
    public async Task Declare_where_nobody_is_left_puts_it_on_what_the_clerk_owes()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        foreach (var person in new[] { council.People.Director, council.People.Officer })
        {
            var viewer = await council.ViewerAsync(person);
            await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
                declare.ExecuteAsync(
                    viewer,
                    new(person, council.People.Member, Tie.Family, "We are cousins.", null, new DateOnly(2026, 3, 1)),
                    default
                )
            );
        }

        var clerk = await council.AsAsync(council.People.Clerk);

        (await clerk.GetAsync("/what-i-owe")).Text.ShouldContain(reference);
        var page = await clerk.GetAsync($"/enquiries/{reference}");
        page.Text.ShouldContain("Nobody yet: Ira Clerk, Democratic Services Officer says who answers it");
        page.Document.QuerySelector(".comity-actions a[href$='/reassign']").ShouldNotBeNull();
        page.Document.QuerySelector(".comity-actions a[href$='/reply']").ShouldBeNull();
        var form = await clerk.GetAsync($"/enquiries/{reference}/reassign");
        var passed = await clerk.SubmitAsync(
            form,
            "main form",
            ("ToOfficeId", council.People.HousingOffice.ToString("D")),
            ("Words", "It is theirs.")
        );
        passed.Status.ShouldBe(HttpStatusCode.Redirect, passed.Text);
        (await clerk.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string?)[] Ruling =>
        [
            ("Title", "A vote of no confidence"),
            ("Effect", "Permitted"),
            ("Answer", "A vote brings no discredit."),
            ("Reasons", "The clause is about discredit."),
            .. Day("From", 2, 4, 2026),
        ];

    private static async Task<string> AskAsync(Visitor member)
    {
        var begun = await member.SubmitAsync(await member.GetAsync(Silent), "#ask");
        var details = await member.OpenAsync(begun.Location!);
        var check = await member.OpenAsync((await member.SubmitAsync(details, "main form", ("Question", "May they?"))).Location!);
        return (await member.SubmitAsync(check, "main form")).Location!;
    }

    private static string Link(Page page, string to) =>
        page.Document.QuerySelector($"main a[href^='{to}']").ShouldNotBeNull(page.Text).GetAttribute("href")!;
}
