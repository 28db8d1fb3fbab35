using System.Globalization;
using System.Net;
using System.Text;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>The pages of an enquiry, from both sides.</summary>
public class AnswerTests
{
    private const string Explanation = "The contractor found a broken cable, orders the part today and fits it in the week of 20 April.";
    private static readonly string TooLong = new('w', 10_001);

    public static TheoryData<string, string, string[], string[]> Refusals =>
        new()
        {
            { "Officer", "reply", [], ["Enter your reply"] },
            { "Officer", "reply", ["Words=" + TooLong], ["Use 10,000 characters or fewer. You can attach a longer text as a file"] },
            { "Officer", "acknowledge", [], ["Enter what is happening with it", "Choose whether this explains in full what is happening"] },
            { "Officer", "acknowledge", ["Explanation=" + TooLong, "Explains=true"], ["Use 10,000 characters or fewer"] },
            { "Officer", "delay", [], ["Enter why it will take longer", "Enter when you now expect to reply in full"] },
            {
                "Officer",
                "delay",
                ["Words=A part.", "ExpectedOn.Day=2", "ExpectedOn.Month=4", "ExpectedOn.Year=2026"],
                ["When you now expect to reply must be in the future"]
            },
            { "Officer", "progress", [], ["Enter how it is going"] },
            { "Officer", "pause", ["Words=   "], ["Enter what you need to know"] },
            { "Officer", "extend", [], ["Enter how many more working days", "Enter why the date is put back"] },
            { "Officer", "extend", ["Days=61", "Words=Slow"], ["How many more working days must be between 1 and 60"] },
            { "Officer", "unanswered", [], ["Enter why it needs no answer"] },
            { "Officer", "note", [], ["Enter the note"] },
            { "Officer", "reassign", [], ["Choose who will answer", "Enter why you pass it on"] },
            { "Officer", "reassign", ["ToOfficeId=0198c0de-0000-7000-8000-000000000000", "Words=Yours"], ["Choose who will answer"] },
            { "Member", "follow-up", [], ["Enter what you want to add or ask"] },
            { "Member", "answer", [], ["Enter your answer"] },
            { "Member", "rate", [], ["Choose how satisfied you are"] },
            { "Member", "rate", ["Satisfaction=6"], ["Choose how satisfied you are"] },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Send_a_form_that_is_not_in_order_names_its_fields_in_order_and_keeps_what_was_typed(
        string side,
        string page,
        string[] typed,
        string[] messages
    )
    {
        (string Name, string? Value)[] fields = [.. typed.Select(field => field.Split('=', 2)).Select(pair => (pair[0], (string?)pair[1]))];
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var visitor = await council.AsAsync(side == "Member" ? council.People.Member : council.People.Officer);
        var form = await visitor.GetAsync($"/enquiries/{reference}/{page}");
        form.Status.ShouldBe(HttpStatusCode.OK);
        form.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe($"/enquiries/{reference}");

        var answer = await visitor.SubmitAsync(form, "main form", fields);

        answer.ShouldHaveErrors(messages);
        answer.Document.QuerySelectorAll(".govuk-error-message").Length.ShouldBe(messages.Length);
        foreach (var (_, value) in fields.Where(field => field.Value!.Trim().Length > 3 && field.Name != "ToOfficeId"))
        {
            answer.Html.ShouldContain(value!);
        }

        (await council.ReadAsync(db => db.Matters.Select(matter => matter.Version).SingleAsync())).ShouldBe(1);
    }

    [Fact]
    [Norm("wigan/6.2/d")]
    public async Task Acknowledge_with_a_bare_thanks_is_told_why_it_does_not_count()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        var answer = await SendAsync(officer, reference, "acknowledge", ("Explanation", "Thanks."), ("Explains", "true"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldHaveSingleItem().ShouldContain("clause 6.2");
        answer.ErrorOf("Explanation")!.ShouldContain("clause 6.2");
        answer.Html.ShouldContain("Thanks.");
        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Due Monday 20 April 2026");
    }

    [Fact]
    public async Task Acknowledge_with_an_explanation_leaves_a_full_reply_without_a_date_and_says_so()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        var done = await SendAsync(officer, reference, "acknowledge", ("Explanation", Explanation), ("Explains", "true"));

        var page = await officer.OpenAsync(done.Location!);
        page.Text.ShouldContain("Your acknowledgement has been sent.");
        page.Text.ShouldContain("A full reply is owed, with no date");
        (await (await council.AsAsync(council.People.Member)).GetAsync("/what-i-am-owed")).Text.ShouldContain("No date");
        var again = await SendAsync(officer, reference, "acknowledge", ("Explanation", Explanation), ("Explains", "true"));
        again.Errors.ShouldHaveSingleItem().ShouldStartWith("It has been acknowledged or answered already.");
    }

    [Theory]
    [InlineData("pause", "gives no pause")]
    [InlineData("extend", "gives no extension")]
    public async Task Move_the_date_where_nothing_was_arranged_is_refused_with_the_clause(string page, string words)
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        var answer = await SendAsync(officer, reference, page, ("Words", "Which lamp is it?"), ("Days", "5"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        var error = answer.Errors.ShouldHaveSingleItem();
        error.ShouldContain(words);
        error.ShouldContain("clause 6.2");
        error.ShouldNotContain("wigan/");
        answer.Html.ShouldContain("Which lamp is it?");
        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Due Monday 20 April 2026");
    }

    [Fact]
    public async Task Pause_where_it_was_arranged_waits_for_the_member_and_runs_on_after_the_answer()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ArrangeAsync(ArrangementKeys.PauseForMember, "yes");
        var reference = await council.AskedAsync(request => request with { Sealed = true });
        var officer = await council.AsAsync(council.People.Officer);
        var question = "Which lamp is it? " + new string('q', 2000);

        (await SendAsync(officer, reference, "pause", ("Words", question))).Status.ShouldBe(HttpStatusCode.Redirect);
        var member = await council.AsAsync(council.People.Member);
        (await member.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Paused: the member has been asked something");
        (await SendAsync(member, reference, "answer", ("Words", "The third one."))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await member.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Due Monday 20 April 2026");
        (await council.ReadAsync(db => db.DueEntries.Select(entry => entry.Reason).ToListAsync())).ShouldAllBe(reason =>
            !reason.Contains("lamp", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Extend_where_it_was_arranged_moves_the_date_and_tells_the_member_why()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ArrangeAsync(ArrangementKeys.Extension, "5");
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        (await SendAsync(officer, reference, "extend", ("Days", "6"), ("Words", "A part."))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(officer, reference, "extend", ("Days", "3"), ("Words", "A part is late."))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var page = await (await council.AsAsync(council.People.Member)).GetAsync($"/enquiries/{reference}");
        page.Text.ShouldContain("Due Thursday 23 April 2026");
        page.Text.ShouldContain("A part is late.");
    }

    [Fact]
    [Norm("wigan/4.3/e")]
    public async Task Leave_unanswered_is_for_an_abusive_message_alone()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        var refused = await SendAsync(officer, reference, "unanswered", ("Words", "I would rather not."));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldMatch("[A-Za-z]{3}.*clause");
        refused.Html.ShouldContain("I would rather not.");
        (await SendAsync(officer, reference, "unanswered", ("Abusive", "true"), ("Words", "It calls the officer names."))).ShouldHaveErrors(
            "Choose how it came"
        );
        var done = await SendAsync(
            officer,
            reference,
            "unanswered",
            ("Abusive", "true"),
            ("Channel", "email"),
            ("Words", "It calls the officer names.")
        );

        done.Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await (await council.AsAsync(council.People.Member)).GetAsync($"/enquiries/{reference}");
        page.Text.ShouldContain("It calls the officer names.");
        page.Text.ShouldContain("No longer owed");
        page.Text.ShouldNotContain("Say how satisfied you are");
    }

    [Fact]
    public async Task Reply_follow_up_rate_and_close_lead_back_to_the_enquiry()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var member = await council.AsAsync(council.People.Member);
        (await SendAsync(member, reference, "rate", ("Satisfaction", "4")))
            .Errors.ShouldHaveSingleItem()
            .ShouldStartWith("It has not been answered yet.");

        (await SendAsync(officer, reference, "progress", ("Words", "We have been out to look."))).Location.ShouldBe(
            $"/enquiries/{reference}"
        );
        (
            await SendAsync(
                officer,
                reference,
                "delay",
                ("Words", "A part is late."),
                ("ExpectedOn.Day", "1"),
                ("ExpectedOn.Month", "5"),
                ("ExpectedOn.Year", "2026")
            )
        ).Location.ShouldBe($"/enquiries/{reference}");
        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Due Monday 20 April 2026");
        (await SendAsync(officer, reference, "reply", ("Words", "It will be mended on 28 April."))).Location.ShouldBe(
            $"/enquiries/{reference}"
        );
        (await member.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("It will be mended on 28 April.");
        (await SendAsync(member, reference, "rate", ("Satisfaction", "4"))).Location.ShouldBe($"/enquiries/{reference}");
        (await SendAsync(member, reference, "follow-up", ("Words", "And the next one?"))).Location.ShouldBe($"/enquiries/{reference}");
        (await officer.GetAsync("/what-i-owe")).Text.ShouldContain("20 April 2026");
        (await SendAsync(member, reference, "close")).Location.ShouldBe($"/enquiries/{reference}");
        (await officer.GetAsync("/what-i-owe")).Text.ShouldNotContain(reference);
        (await officer.GetAsync("/what-i-owe?all=true")).Text.ShouldContain(reference);
        (await SendAsync(officer, reference, "reply", ("Words", "One more thing.")))
            .Errors.ShouldHaveSingleItem()
            .ShouldStartWith("It is closed.");
    }

    [Fact]
    public async Task Pass_it_on_leads_to_what_one_owes_with_a_word_of_it_and_the_old_owner_sees_it_no_more()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        var done = await SendAsync(
            officer,
            reference,
            "reassign",
            ("ToOfficeId", council.People.HousingOffice.ToString("D")),
            ("Words", "The lamp stands on an estate.")
        );

        done.Location.ShouldBe("/what-i-owe");
        (await officer.GetAsync("/what-i-owe")).Text.ShouldContain("It has been passed on.");
        (await officer.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var housing = await council.AsAsync(council.People.HousingOfficer);
        (await housing.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("The lamp stands on an estate.");
        (await housing.GetAsync("/what-i-owe")).Text.ShouldContain("20 April 2026");
    }

    [Fact]
    public async Task Pass_it_on_is_not_offered_to_somebody_who_is_close_to_the_member_and_says_nothing_of_it()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var housing = await council.ViewerAsync(council.People.HousingOfficer);
        await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(
                housing,
                new(council.People.HousingOfficer, council.People.Member, Tie.Family, "We are cousins.", null, new DateOnly(2026, 3, 1)),
                default
            )
        );
        var officer = await council.AsAsync(council.People.Officer);

        var page = await officer.GetAsync($"/enquiries/{reference}/reassign");
        var refused = await officer.SubmitAsync(
            page,
            "main form",
            ("ToOfficeId", council.People.HousingOffice.ToString("D")),
            ("Words", "The lamp stands on an estate.")
        );

        page.Text.ShouldContain("Fran Manager, Head of Highways");
        page.Text.ShouldNotContain("Hana Housing");
        refused.ShouldHaveErrors("Choose who will answer");
        refused.Text.ShouldNotContain("relationship");
    }

    [Fact]
    public async Task Pass_it_to_the_office_that_has_it_is_refused_in_words()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        var answer = await SendAsync(
            officer,
            reference,
            "reassign",
            ("ToOfficeId", council.People.OfficerOffice.ToString("D")),
            ("Words", "Mine again.")
        );

        answer.ErrorOf("ToOfficeId")!.ShouldStartWith("It is with that office already.");
        answer.Html.ShouldContain("Mine again.");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Send_what_somebody_else_was_first_with_keeps_the_words_and_the_next_try_goes_through(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/reply");
        await SendAsync(await council.AsAsync(council.People.Member), reference, "follow-up", ("Words", "It is the third lamp."));

        var late = await officer.SubmitAsync(form, "main form", ("Words", "It will be mended on 28 April."));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Changed since you opened it");
        late.Html.ShouldContain("It will be mended on 28 April.");
        (await officer.SubmitAsync(late, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    [InlineData(null)]
    public async Task Send_a_version_that_it_never_had_is_told_that_it_has_changed(string? version)
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/reply");

        var answer = await officer.SubmitAsync(form, "main form", ("Words", "It will be mended."), ("Version", version));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Document.QuerySelector("[name=Version]")!.GetAttribute("value").ShouldBe("1");
        answer.Html.ShouldContain("It will be mended.");
    }

    [Theory]
    [InlineData("plan.pdf", "%PDF-1.7 <script>alert(1)</script>", "plan.pdf")]
    [InlineData("..\\..\\evil\"\r\n.txt", "<html><script>alert(1)</script></html>", ".txt")]
    [InlineData(".txt", "words", "file.txt")]
    public async Task Open_a_file_is_a_download_of_bytes_and_never_a_page(string name, string content, string ending)
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request =>
            request with
            {
                Files = [new IncomingFile(name, Encoding.ASCII.GetBytes(content))],
            }
        );
        var member = await council.AsAsync(council.People.Member);
        var page = await member.GetAsync($"/enquiries/{reference}");
        var link = page.Document.QuerySelector("main a[href*='/files/']")!.GetAttribute("href")!;

        var file = await member.GetAsync(link);

        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Html.ShouldBe(content);
        var headers = file.Response.Content.Headers;
        headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (headers.ContentDisposition.FileNameStar ?? headers.ContentDisposition.FileName)!.Trim('"').ShouldEndWith(ending);
        file.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var other = await council.AskedAsync();
        (await member.GetAsync(link.Replace(reference, other, StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("page.pdf", "<html></html>", "is not a kind of file that can be attached")]
    [InlineData("nothing.txt", "", "is empty")]
    public async Task Reply_with_a_file_that_cannot_be_taken_keeps_the_words(string name, string content, string why)
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/reply");

        var answer = await officer.SubmitAsync(
            form,
            "main form",
            [("Files", name, Encoding.ASCII.GetBytes(content))],
            ("Words", "The plan is attached.")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorOf("Files")!.ShouldContain(why);
        answer.Html.ShouldContain("The plan is attached.");
    }

    [Fact]
    public async Task Open_a_residents_details_is_logged_each_time()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request =>
            request with
            {
                Constituent = new ConstituentDetails("Mavis Resident", "01234 567890", null, true, "The person asked for it."),
            }
        );
        var officer = await council.AsAsync(council.People.Officer);

        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldNotContain("Mavis");
        (await council.ReadAsync(db => db.ReadEntries.CountAsync())).ShouldBe(0);
        (await officer.GetAsync($"/enquiries/{reference}/resident")).Text.ShouldContain("Mavis Resident");
        await officer.GetAsync($"/enquiries/{reference}/resident");

        var reads = await council.ReadAsync(db => db.ReadEntries.ToListAsync());
        reads.Count.ShouldBe(2);
        reads.ShouldAllBe(read => read.Part == Parts.Constituent);
        (await (await council.AsAsync(council.People.Clerk)).GetAsync($"/enquiries/{reference}/resident")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await council.ReadAsync(db => db.ReadEntries.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Send_to_a_page_that_takes_no_form_is_refused_whether_the_matter_is_there_or_not()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/reply");
        var token = form.Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var address in new[] { $"/enquiries/{reference}", $"/enquiries/{reference}/resident", "/enquiries/none", "/what-i-owe" })
        {
            var page = await Page.ReadAsync(
                await officer.Client.PostAsync(
                    new Uri(address, UriKind.Relative),
                    new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])
                )
            );
            page.Status.ShouldBe(HttpStatusCode.NotFound, address);
            page.Heading.ShouldBe("Page not found");
        }
    }

    [Fact]
    public async Task List_more_than_fifty_turns_pages_and_bears_a_number_that_is_none()
    {
        await using var council = await WiganCouncil.StartAsync();
        for (var i = 0; i < 52; i++)
        {
            await council.AskedAsync(request => request with { Subject = string.Create(CultureInfo.InvariantCulture, $"Lamp {i}") });
        }

        var officer = await council.AsAsync(council.People.Officer);
        var first = await officer.GetAsync("/what-i-owe");
        Rows(first).ShouldBe(50);
        var second = await officer.GetAsync(
            "/what-i-owe" + first.Document.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href")
        );
        Rows(second).ShouldBe(2);
        second.Document.QuerySelector(".govuk-pagination__next").ShouldBeNull();
        second.Document.QuerySelector(".govuk-pagination__prev a")!.GetAttribute("href").ShouldBe("?number=1");
        foreach (var number in new[] { "0", "-3", "abc", "99999999999999999999", "" })
        {
            var page = await officer.GetAsync("/what-i-owe?number=" + number);
            page.Status.ShouldBe(HttpStatusCode.OK);
            Rows(page).ShouldBe(50);
        }

        (await officer.GetAsync("/what-i-owe?number=9")).Text.ShouldContain("Nothing more.");

        static int Rows(Page page) => page.Document.QuerySelectorAll("main tbody tr").Length;
    }

    private static async Task<Page> SendAsync(Visitor visitor, string reference, string page, params (string Name, string? Value)[] typed)
    {
        var form = await visitor.GetAsync($"/enquiries/{reference}/{page}");
        form.Status.ShouldBe(HttpStatusCode.OK, page);
        return await visitor.SubmitAsync(form, "main form", typed);
    }
}
