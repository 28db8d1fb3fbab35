using System.Net;
using System.Text;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>From "What do you want?" to the matter.</summary>
public class AskTests
{
    private static readonly byte[] Text = Encoding.ASCII.GetBytes("words");

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("wigan/6.2/c")]
    public async Task Ask_from_beginning_to_end_shows_owner_and_date_before_it_is_sent_and_leads_to_the_matter(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var member = await council.AsAsync(council.People.Member);

        var check = await ToCheckAsync(council, member);
        check.Text.ShouldContain("Glen Officer");
        check.Text.ShouldContain("20 April 2026");
        check.Text.ShouldContain("notes.txt");
        var sent = await member.SubmitAsync(check, "main form");

        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        var matter = await member.OpenAsync(sent.Location!);
        matter.Heading.ShouldBe("Lamp out");
        matter.Text.ShouldContain("It has been sent.");
        matter.Text.ShouldContain("Due Monday 20 April 2026");
        matter.Text.ShouldContain("Monday 6 April 2026");
        (await member.OpenAsync(sent.Location!)).Text.ShouldNotContain("It has been sent.");
        (await council.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_can_be_asked_for_stands_under_headings_each_with_a_word_of_what_it_is()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync("/ask");

        foreach (var kind in EnquiryKind.All)
        {
            page.Text.ShouldContain(kind.Label);
            page.Text.ShouldContain(kind.Hint);
        }

        string[] headings = ["To know something", "To have something done", "About the rules"];
        headings.Select(heading => page.Text.IndexOf(heading, StringComparison.Ordinal)).ShouldBeInOrder();
        page.Text.IndexOf("About the rules", StringComparison.Ordinal)
            .ShouldBeGreaterThan(page.Text.IndexOf(EnquiryKind.Task.Label, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choose_nothing_on_the_first_page_is_asked_for()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var page = await member.GetAsync("/ask");

        var answer = await member.SubmitAsync(page, "main form");
        answer.ShouldHaveErrors("Choose what you want").ErrorOf("Kind").ShouldBe("Choose what you want");
        (await member.SubmitAsync(page, "main form", ("Kind", "gossip"))).ShouldHaveErrors("Choose what you want");
    }

    [Fact]
    public async Task Log_for_a_member_wants_the_member_and_the_day_it_came()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var page = await clerk.GetAsync("/ask");

        var empty = await clerk.SubmitAsync(page, "main form");
        empty.ShouldHaveErrors("Choose what you want", "Choose the member it is for", "Enter the day it reached the council");
        (await WithDayAsync("3", "4", "2026")).ShouldHaveErrors("The day it reached the council must be today or in the past");
        (await WithDayAsync("1", "4", "2025")).ShouldHaveErrors("The day it reached the council must be in the last year");
        (await WithDayAsync("30", "2", "2026")).Errors.ShouldHaveSingleItem().ShouldContain("The day it reached the council");
        var somebody = await clerk.SubmitAsync(
            page,
            "main form",
            ("Kind", "enquiry"),
            ("MemberId", council.People.HousingOfficer.ToString("D")),
            ("ReceivedOn.Day", "28"),
            ("ReceivedOn.Month", "3"),
            ("ReceivedOn.Year", "2026")
        );
        somebody.ShouldHaveErrors("Choose the member it is for");

        Task<Page> WithDayAsync(string day, string month, string year) =>
            clerk.SubmitAsync(
                page,
                "main form",
                ("Kind", "enquiry"),
                ("MemberId", council.People.Member.ToString("D")),
                ("ReceivedOn.Day", day),
                ("ReceivedOn.Month", month),
                ("ReceivedOn.Year", year)
            );
    }

    [Fact]
    public async Task Log_for_a_member_is_the_members_and_counts_from_the_day_it_came()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var start = await clerk.SubmitAsync(
            await clerk.GetAsync("/ask"),
            "main form",
            ("Kind", "enquiry"),
            ("MemberId", council.People.Member.ToString("D")),
            ("ReceivedOn.Day", "28"),
            ("ReceivedOn.Month", "3"),
            ("ReceivedOn.Year", "2026")
        );

        var check = await FromRuleToCheckAsync(council, clerk, start.Location!);
        check.Text.ShouldContain("Alex Member, received Saturday 28 March 2026");
        var sent = await clerk.SubmitAsync(check, "main form");

        (await clerk.OpenAsync(sent.Location!)).Text.ShouldContain("logged by Ira Clerk");
        var member = await council.AsAsync(council.People.Member);
        (await member.GetAsync("/what-i-am-owed")).Text.ShouldContain("14 April 2026");
        (await council.ReadAsync(db => db.Outbox.CountAsync(mail => mail.ToPersonId == council.People.Member))).ShouldBe(1);
    }

    [Fact]
    [Norm("wigan/1.4/b")]
    public async Task Ask_after_the_term_has_ended_is_refused_with_the_clause_and_nothing_can_be_logged_for_others()
    {
        await using var council = await WiganCouncil.StartAsync();
        var former = await council.AsAsync(council.People.FormerMember);
        var page = await former.GetAsync("/ask");
        page.Document.GetElementById("MemberId").ShouldBeNull();

        var rule = await former.SubmitAsync(
            page,
            "main form",
            ("Kind", "enquiry"),
            ("MemberId", council.People.Member.ToString("D")),
            ("ReceivedOn.Day", "28"),
            ("ReceivedOn.Month", "3"),
            ("ReceivedOn.Year", "2026")
        );

        var told = await former.OpenAsync(rule.Location!);
        told.Text.ShouldContain("Only a member can ask.");
        told.Text.ShouldContain("1.4");
        told.Document.QuerySelector("main form").ShouldBeNull();
        (await former.GetAsync(rule.Location!.Replace("rule", "check", StringComparison.Ordinal))).Location.ShouldBe(rule.Location);
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Log_for_another_member_as_a_member_is_refused_by_the_service_itself()
    {
        await using var council = await WiganCouncil.StartAsync();
        foreach (var person in new[] { council.People.OtherGroupMember, council.People.FormerMember })
        {
            var viewer = await council.ViewerAsync(person);
            var result = await council.DoAsync<AskOfficer, AskOfficerResult>(ask =>
                ask.ExecuteAsync(
                    new AskOfficerRequest
                    {
                        Kind = EnquiryKind.Enquiry,
                        Subject = "Words put in a mouth",
                        Question = "Are these mine?",
                        ServiceAreaId = council.People.Highways,
                        Capacity = Capacity.Council,
                        MemberId = council.People.Member,
                    },
                    viewer,
                    default
                )
            );
            result.ShouldBeOfType<AskOfficerResult.NotEntitled>();
        }
    }

    [Fact]
    [Norm("wigan/6.4/c")]
    public async Task Ask_for_a_document_out_of_curiosity_is_refused_with_the_clause()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var rule = await StartAsync(member, "information-request");

        var page = await SayAsync(member, rule, ("need-to-know-shown", "yes"));
        page.Text.ShouldContain("Why does the member want to see it? To do a duty of a member.");
        page = await SayAsync(member, rule + "?fact=inspection-reason", ("inspection-reason", "curiosity"));

        page.Text.ShouldContain("No: the protocol does not allow this.");
        page.Text.ShouldContain("Clause 6.4");
        page.Document.QuerySelector("main form").ShouldBeNull();
        var check = rule.Replace("/rule", "/check", StringComparison.Ordinal);
        (await member.GetAsync(check)).Location.ShouldBe(rule);
    }

    [Fact]
    [Norm("wigan/4.7/b")]
    public async Task Ask_for_what_one_should_not_goes_on_only_with_a_reason_which_stays_when_one_comes_back()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var rule = await StartAsync(member, "service-request");
        var page = await SayAsync(member, rule + "?fact=outside-council-policy", ("outside-council-policy", "yes"));

        page.Text.ShouldContain("You should not.");
        page.Text.ShouldContain("Clause 4.7");
        (await member.SubmitAsync(page, "main form", ("Reason", " ")))
            .ShouldHaveErrors("Enter your reason for going on")
            .ErrorOf("Reason")
            .ShouldBe("Enter your reason for going on");
        (await member.SubmitAsync(page, "main form", ("Reason", new string('x', 1001)))).ShouldHaveErrors(
            "Your reason must be 1,000 characters or fewer"
        );
        (await member.GetAsync(rule.Replace("/rule", "/check", StringComparison.Ordinal))).Location.ShouldBe(rule);
        var on = await member.SubmitAsync(page, "main form", ("Reason", "The policy is under review."));

        on.Location!.ShouldEndWith("/details");
        (await member.GetAsync(rule)).Html.ShouldContain("The policy is under review.");
    }

    [Fact]
    public async Task Leave_the_details_empty_names_each_field_in_order()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);

        var answer = await member.SubmitAsync(details, "main form");

        answer.ShouldHaveErrors(
            "Enter a subject",
            "Enter what you want to know or have done",
            "Choose the service it is about",
            "Choose in which capacity you ask"
        );
        answer.ErrorOf("Subject").ShouldBe("Enter a subject");
        answer.ErrorOf("Question").ShouldBe("Enter what you want to know or have done");
        answer.ErrorOf("ServiceAreaId").ShouldBe("Choose the service it is about");
        answer.ErrorOf("Capacity").ShouldBe("Choose in which capacity you ask");
    }

    [Fact]
    public async Task Send_details_that_no_form_of_ours_sends_is_refused_and_never_kept_to_be_sent()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);
        var stray = Guid.CreateVersion7().ToString("D");

        var answer = await member.SubmitAsync(
            details,
            "main form",
            ("Subject", new string('s', 121)),
            ("Question", new string('q', 4001)),
            ("ServiceAreaId", stray),
            ("WardId", stray),
            ("Capacity", "7")
        );

        answer.ShouldHaveErrors(
            "The subject must be 120 characters or fewer",
            "What you want to know or have done must be 4,000 characters or fewer",
            "Choose the service it is about",
            "Choose a ward from the list",
            "Choose in which capacity you ask"
        );
        answer.Html.ShouldContain(new string('s', 121));
        answer.Html.ShouldContain(new string('q', 4001));
        var check = details.Address.AbsolutePath.Replace("/details", "/check", StringComparison.Ordinal);
        (await member.GetAsync(check)).Location.ShouldBe(details.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("page.pdf", "<html><script>alert(1)</script></html>", "is not a kind of file that can be attached")]
    [InlineData("page.html", "<html></html>", "is not a kind of file that can be attached")]
    [InlineData("nothing.txt", "", "is empty")]
    public async Task Attach_what_cannot_be_taken_says_which_file_and_keeps_all_that_was_typed(string name, string content, string why)
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);

        var answer = await member.SubmitAsync(details, "main form", [("Files", name, Encoding.ASCII.GetBytes(content))], Details(council));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldHaveSingleItem().ShouldContain(why);
        answer.ErrorOf("Files")!.ShouldContain($"“{name}”");
        answer.Html.ShouldContain("The lamp at number 4 is out.");
        answer.Document.QuerySelector("[name=Remove]").ShouldBeNull();
    }

    [Fact]
    public async Task Attach_eleven_files_at_once_or_one_by_one_is_refused_once_and_in_words()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);
        var files = Enumerable.Range(1, 11).Select(i => ("Files", $"n{i}.txt", Text)).ToArray();

        var atOnce = await member.SubmitAsync(details, "main form", files, Details(council));
        atOnce.ShouldHaveErrors("Attach 10 files or fewer. You chose 11.");

        (await member.SubmitAsync(details, "main form", files[..9], Details(council))).Status.ShouldBe(HttpStatusCode.Redirect);
        var again = await member.GetAsync(details.Address.AbsolutePath);
        again.Document.QuerySelectorAll("[name=Remove]").Length.ShouldBe(9);
        (await member.SubmitAsync(again, "main form", files[9..], Details(council))).ShouldHaveErrors(
            "Attach 10 files or fewer. You chose 2, and 9 are attached already."
        );
        var first = again.Document.QuerySelector("[name=Remove]")!.GetAttribute("value");
        (await member.SubmitAsync(again, "main form", files[9..], [.. Details(council), ("Remove", first)])).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
    }

    [Fact]
    public async Task Attach_a_good_file_beside_a_missing_subject_keeps_the_file()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);

        var answer = await member.SubmitAsync(
            details,
            "main form",
            [("Files", "notes.txt", Text)],
            [.. Details(council).Where(field => field.Name != "Subject")]
        );

        answer.ShouldHaveErrors("Enter a subject");
        answer.Text.ShouldContain("Take out notes.txt");
    }

    [Fact]
    public async Task Give_a_residents_details_wants_the_name_and_the_ground()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var resident = await ToResidentAsync(council, member);

        (await member.SubmitAsync(resident, "main form")).ShouldHaveErrors("Choose whether you want to give a resident’s details");
        (await member.SubmitAsync(resident, "main form", ("For", "perhaps"))).ShouldHaveErrors(
            "Choose whether you want to give a resident’s details"
        );
        var yes = await member.SubmitAsync(resident, "main form", ("For", "yes"), ("Contact", new string('c', 201)));
        yes.ShouldHaveErrors(
            "Enter the resident’s name",
            "How to reach them must be 200 characters or fewer",
            "Choose whether this person asked you themselves",
            "Choose whether any of it is sensitive"
        );
        yes.ErrorOf("Name").ShouldBe("Enter the resident’s name");
        yes.Html.ShouldContain(new string('c', 201));
        var third = await member.SubmitAsync(
            resident,
            "main form",
            ("For", "yes"),
            ("Name", "Mavis Resident"),
            ("AskedThemselves", "false"),
            ("Basis", "Because I say so."),
            ("Sensitive", "false")
        );
        third.ShouldHaveErrors("Choose why you may pass the details on, or leave the details out");
        third.Html.ShouldContain("Mavis Resident");
        var maybe = await member.SubmitAsync(
            resident,
            "main form",
            ("For", "yes"),
            ("Name", "Mavis"),
            ("AskedThemselves", "maybe"),
            ("Sensitive", "false")
        );
        maybe.ShouldHaveErrors("Choose whether this person asked you themselves");
        var no = await member.SubmitAsync(resident, "main form", ("For", "no"), ("Contact", new string('c', 201)));
        no.Location!.ShouldEndWith("/check");
    }

    [Fact]
    public async Task Ask_a_service_that_has_nobody_says_so_before_it_is_sent_and_loses_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);
        var next = await member.SubmitAsync(
            details,
            "main form",
            [.. Details(council).Where(field => field.Name != "ServiceAreaId"), ("ServiceAreaId", council.People.Orphaned.ToString("D"))]
        );
        var resident = await member.GetAsync(next.Location!);
        var check = await member.OpenAsync((await member.SubmitAsync(resident, "main form", ("For", "no"))).Location!);
        check.Text.ShouldContain("Nobody is named for Markets today");

        var answer = await member.SubmitAsync(check, "main form");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("Nobody is named for Markets today");
        answer.Text.ShouldContain("The lamp at number 4 is out.");
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Ask_without_knowing_the_service_goes_to_the_clerk_by_the_day_that_is_shown()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);

        var next = await member.SubmitAsync(
            details,
            "main form",
            [.. Details(council).Where(field => field.Name != "ServiceAreaId"), ("ServiceAreaId", Guid.Empty.ToString("D"))]
        );
        var resident = await member.GetAsync(next.Location!);
        var check = await member.OpenAsync((await member.SubmitAsync(resident, "main form", ("For", "no"))).Location!);

        check.Text.ShouldContain("It goes to Ira Clerk, Democratic Services Officer. An answer is owed by Monday 20 April 2026.");
        check.Text.ShouldContain("What belongs to no service goes to the council’s clerk.");
        (await member.GetAsync(details.Address.AbsolutePath))
            .Document.QuerySelector("#ServiceAreaId option[selected]")
            .ShouldNotBeNull()
            .TextContent.ShouldBe("I do not know, or something else");
        var sent = await member.SubmitAsync(check, "main form");
        (await (await council.AsAsync(council.People.Clerk)).GetAsync(sent.Location!)).Heading.ShouldBe("Lamp out");
    }

    [Fact]
    public async Task Ask_in_a_council_without_services_is_not_asked_for_one_and_says_who_can_mend_it_when_nobody_is_the_clerk()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ReadAsync(db =>
            db.ServiceAreas.ExecuteUpdateAsync(set => set.SetProperty(service => service.Until, new DateOnly(2026, 1, 1)))
        );
        var member = await council.AsAsync(council.People.Member);
        var details = await ToDetailsAsync(member);
        details.Document.GetElementById("ServiceAreaId").ShouldBeNull();

        var next = await member.SubmitAsync(details, "main form", [.. Details(council).Where(field => field.Name != "ServiceAreaId")]);
        var resident = await member.GetAsync(next.Location!);
        var check = await member.OpenAsync((await member.SubmitAsync(resident, "main form", ("For", "no"))).Location!);
        check.Text.ShouldContain("It goes to Ira Clerk");

        await council.ReadAsync(db =>
            db.Holdings.Where(holding => holding.PersonId == council.People.Clerk)
                .ExecuteUpdateAsync(set => set.SetProperty(holding => holding.Until, new DateOnly(2026, 1, 1)))
        );
        var nobody = await member.SubmitAsync(check, "main form");
        nobody.Status.ShouldBe(HttpStatusCode.BadRequest);
        nobody
            .Errors.ShouldHaveSingleItem()
            .ShouldBe(
                "Nobody can take it as the council’s clerk today, so it cannot be sent. Jo Monitoring (Monitoring Officer) can enter who does."
            );
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Change_what_one_wants_keeps_what_was_written()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var check = await ToCheckAsync(council, member);
        var change = check.Document.QuerySelectorAll("main a").First(link => link.TextContent.Contains("what you want"));

        var kind = await member.GetAsync(change.GetAttribute("href")!);
        kind.Document.QuerySelector("[name=Kind][value=enquiry]")!.HasAttribute("checked").ShouldBeTrue();
        var rule = await member.SubmitAsync(kind, "main form", ("Kind", "constituent-complaint"));

        var back = await FromRuleAsync(member, rule.Location!);
        back.Heading.ShouldBe("Your complaint for a constituent");
        back.Html.ShouldContain("The lamp at number 4 is out.");
        var other = await council.AsAsync(council.People.OtherGroupMember);
        (await other.GetAsync(change.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Throw_a_draft_away_leaves_nothing_of_it()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var check = await ToCheckAsync(council, member);

        var gone = await member.SubmitAsync(check, "main form[action*=ThrowAway]");

        gone.Location.ShouldBe("/ask");
        (await member.GetAsync(check.Address.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await council.ReadAsync(db => db.Contents.CountAsync(content => content.Part == "draft"))).ShouldBe(0);
    }

    private static (string Name, string? Value)[] Details(WiganCouncil council) =>
        [
            ("Subject", "Lamp out"),
            ("Question", "The lamp at number 4 is out."),
            ("ServiceAreaId", council.People.Highways.ToString("D")),
            ("Capacity", nameof(Capacity.WardRepresentative)),
        ];

    private static string? Fact(Page page) => page.Document.QuerySelector("main [name=Fact]")?.GetAttribute("value");

    /// <summary>Answers what the page asks: with what the test says of the fact, else no.</summary>
    private static async Task<Page> SayAsync(Visitor visitor, string rule, (string Fact, string Value) answer)
    {
        var page = await visitor.GetAsync(rule);
        for (var i = 0; i < 8 && Fact(page) is { } fact; i++)
        {
            (await visitor.SubmitAsync(page, "main form"))
                .ShouldHaveErrors("Choose an answer")
                .ErrorOf("Value")
                .ShouldBe("Choose an answer");
            (await visitor.SubmitAsync(page, "main form", ("Value", "perhaps so"))).ShouldHaveErrors("Choose an answer");
            var next = await visitor.SubmitAsync(page, "main form", ("Value", fact == answer.Fact ? answer.Value : "no"));
            page = await visitor.OpenAsync(next.Location!);
        }

        return page;
    }

    private static async Task<string> StartAsync(Visitor visitor, string kind) =>
        (await visitor.SubmitAsync(await visitor.GetAsync("/ask"), "main form", ("Kind", kind))).Location!;

    private static async Task<Page> ToDetailsAsync(Visitor visitor) => await FromRuleAsync(visitor, await StartAsync(visitor, "enquiry"));

    /// <summary>Answers the protocol's questions with no, as far as there are any, and goes on.</summary>
    private static async Task<Page> FromRuleAsync(Visitor visitor, string rule)
    {
        var page = await visitor.OpenAsync(rule);
        for (var i = 0; i < 10 && !page.Address.AbsolutePath.EndsWith("/details", StringComparison.Ordinal); i++)
        {
            var next = await visitor.SubmitAsync(page, "main form", Fact(page) is null ? [] : [("Value", "no")]);
            page = await visitor.OpenAsync(next.Location!);
        }

        return page;
    }

    private static async Task<Page> ToResidentAsync(WiganCouncil council, Visitor visitor)
    {
        var next = await visitor.SubmitAsync(await ToDetailsAsync(visitor), "main form", Details(council));
        return await visitor.GetAsync(next.Location!);
    }

    private static async Task<Page> ToCheckAsync(WiganCouncil council, Visitor visitor) =>
        await FromRuleToCheckAsync(council, visitor, await StartAsync(visitor, "enquiry"));

    private static async Task<Page> FromRuleToCheckAsync(WiganCouncil council, Visitor visitor, string rule)
    {
        var details = await FromRuleAsync(visitor, rule);
        var next = await visitor.SubmitAsync(details, "main form", [("Files", "notes.txt", Text)], Details(council));
        var resident = await visitor.GetAsync(next.Location!);
        return await visitor.OpenAsync((await visitor.SubmitAsync(resident, "main form", ("For", "no"))).Location!);
    }
}
