using System.Globalization;
using System.Net;
using Comity.Service.Arrangements;
using Comity.Testing;
using static Comity.Web.Tests.People.RegisterFormTests;

namespace Comity.Web.Tests.Arrangements;

/// <summary>What the council settles where its protocol is silent: a page for each such thing, reached from the list of all.</summary>
public class SettleTests
{
    [Fact]
    public async Task Settle_a_number_of_days_names_the_gap_and_is_shown_as_the_councils_choice()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var list = await clerk.GetAsync("/arrangements");
        var link = list.Document.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Putting the date back once"));
        link.TextContent.ShouldStartWith("Settle it");
        var page = await clerk.GetAsync(link.GetAttribute("href")!);

        page.Heading.ShouldBe("Putting the date back once, with a reason");
        page.Text.ShouldContain("The protocol gives no extension.");
        page.Document.QuerySelector("main a[href='/protocol/clauses/6.2']").ShouldNotBeNull();
        page.Text.ShouldContain("A whole number of working days, from 1 to 60");
        page.Document.GetElementById("Value")!.GetAttribute("inputmode").ShouldBe("numeric");
        var wrong = await clerk.SubmitAsync(
            page,
            "main form",
            [("Value", "five"), .. Day("From", 3, 4, 2026), .. Day("Until", 2, 4, 2026)]
        );
        wrong.ShouldHaveErrors(
            "Enter a number of working days from 1 to 60",
            "Enter the minute of the decision, as the council refers to it",
            "The last day must be on or after the first day"
        );
        wrong.ErrorOf("Value").ShouldBe("Enter a number of working days from 1 to 60");
        wrong.Document.GetElementById("Value")!.GetAttribute("value").ShouldBe("five");
        wrong.Document.QuerySelector("input[name='From.Day']")!.GetAttribute("value").ShouldBe("3");
        (await clerk.SubmitAsync(page, "main form", ("Value", "5"), ("Minute", new string('m', 201)))).ShouldHaveErrors(
            "The minute must be 200 characters or fewer",
            "Enter the first day on which it holds"
        );
        (await clerk.SubmitAsync(page, "main form", [("Value", "5"), ("Minute", "C/3"), .. Day("From", 2, 4, 2026)])).Location.ShouldBe(
            "/arrangements"
        );

        var done = await clerk.GetAsync("/arrangements");
        done.Text.ShouldContain("It is settled");
        done.Text.ShouldContain("The council’s choice5 working daysMinuteC/3Entered byIra ClerkHolds from 2 April 2026");
        var again = await clerk.GetAsync("/arrangements/settle/extension");
        again.Text.ShouldContain("The council has settled: 5 working days, from 2 April 2026 (C/3)");
        again.Document.GetElementById("Value")!.GetAttribute("value").ShouldBe("5");
        again.Document.GetElementById("Minute")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Settle_yes_or_no_and_a_list_of_days_each_in_a_field_of_its_kind()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var pause = await clerk.GetAsync("/arrangements/settle/pause-for-member");
        pause
            .Document.QuerySelectorAll("input[name=Value]")
            .Select(radio => (radio.GetAttribute("type"), radio.GetAttribute("value")))
            .ShouldBe([("radio", "yes"), ("radio", "no")]);
        (await clerk.SubmitAsync(pause, "main form", [("Minute", "C/4"), .. Day("From", 2, 4, 2026)]))
            .ErrorOf("Value")
            .ShouldBe("Choose yes or no");
        (await clerk.SubmitAsync(pause, "main form", [("Value", "yes"), ("Minute", "C/4"), .. Day("From", 2, 4, 2026)])).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var closed = await clerk.GetAsync("/arrangements/settle/closure-days");
        (string, string?)[] Days(string text) => [("Value", text), ("Minute", "C/5"), .. Day("From", 2, 4, 2026)];
        var wrong = await clerk.SubmitAsync(closed, "main form", Days("29 12 2026\n31 2 2027"));
        wrong.ErrorOf("Value").ShouldBe("“31 2 2027” is not a date. Write a date like 29 12 2026");
        wrong.Document.GetElementById("Value")!.TextContent.ShouldContain("29 12 2026");
        (await clerk.SubmitAsync(closed, "main form", Days(" \n"))).ErrorOf("Value").ShouldBe("Enter at least one date");
        var many = string.Join(
            '\n',
            Enumerable.Range(0, 200).Select(day => new DateOnly(2027, 1, 1).AddDays(day).ToString("O", CultureInfo.InvariantCulture))
        );
        (await clerk.SubmitAsync(closed, "main form", Days(many))).ErrorOf("Value").ShouldBe("Enter 180 dates or fewer");
        (await clerk.SubmitAsync(closed, "main form", Days("29/12/2026\r\n28 December 2026, 2026-12-30\n29 12 2026"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var list = await clerk.GetAsync("/arrangements");
        list.Text.ShouldContain("The council’s choiceYesMinuteC/4");
        list.Text.ShouldContain("The council’s choice28 December 2026, 29 December 2026, 30 December 2026MinuteC/5");
        (
            await council.ReadAsync(db => Task.FromResult(db.Arrangements.Single(one => one.Key == ArrangementKeys.ClosureDays).Value))
        ).ShouldBe("2026-12-28,2026-12-29,2026-12-30");
        (await clerk.GetAsync("/arrangements/settle/closure-days"))
            .Document.GetElementById("Value")!
            .TextContent.Trim()
            .ShouldBe("28 12 2026\n29 12 2026\n30 12 2026");
    }

    [Fact]
    public async Task Settle_what_somebody_else_has_settled_meanwhile_is_said_and_loses_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        const string address = "/arrangements/settle/extension";
        var stale = await clerk.GetAsync(address);
        (string, string?)[] Said(string days, string minute, int day) =>
            [("Value", days), ("Minute", minute), .. Day("From", day, 4, 2026)];
        await clerk.SubmitAsync(await clerk.GetAsync(address), "main form", Said("8", "C/20", 2));

        var late = await clerk.SubmitAsync(stale, "main form", Said("12", "C/21", 3));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("By now it reads: 8 working days, from 2 April 2026 (C/20)");
        late.Document.GetElementById("Value")!.GetAttribute("value").ShouldBe("12");
        late.Document.GetElementById("Minute")!.GetAttribute("value").ShouldBe("C/21");
        (await clerk.SubmitAsync(late, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await clerk.GetAsync("/arrangements")).Text.ShouldContain("12 working days");

        // What is settled on one silence changes nothing on the page of another.
        var other = await clerk.GetAsync("/arrangements/settle/follow-up-window");
        await clerk.SubmitAsync(await clerk.GetAsync("/arrangements/settle/reminder-before"), "main form", Said("2", "C/22", 2));
        (await clerk.SubmitAsync(other, "main form", Said("20", "C/23", 2))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task End_an_arrangement_wants_a_minute_and_says_when_it_was_ended_before()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ArrangeAsync(ArrangementKeys.Extension, "8");
        var clerk = await council.AsAsync(council.People.Clerk);
        var end = (await clerk.GetAsync("/arrangements")).Document.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!;
        var page = await clerk.GetAsync(end);
        page.Text.ShouldContain("The council has settled: 8 working days");

        (await clerk.SubmitAsync(page, "main form")).ShouldHaveErrors(
            "Enter the last day on which it holds",
            "Enter the minute of the decision, as the council refers to it"
        );
        (await clerk.SubmitAsync(page, "main form", [("Minute", "C/22"), .. Day("LastDay", 1, 3, 2026)]))
            .ErrorOf("LastDay")
            .ShouldNotBeNull()
            .ShouldStartWith("The last day must be yesterday or later");
        (await clerk.SubmitAsync(page, "main form", [("Minute", "C/22"), .. Day("LastDay", 1, 4, 2026)])).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        var late = await clerk.SubmitAsync(page, "main form", [("Minute", "C/23"), .. Day("LastDay", 25, 4, 2026)]);

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.GetElementById("Minute")!.GetAttribute("value").ShouldBe("C/23");
        var list = await clerk.GetAsync("/arrangements");
        list.Text.ShouldContain(
            "Putting the date back once, with a reason: 8 working days (Council 12 March 2026, minute 41), 12 March 2026 to 1 April 2026"
        );
        list.Document.QuerySelector("main a[href$='/end']").ShouldBeNull();
    }

    [Fact]
    public async Task Settle_what_bears_on_ones_own_matter_is_refused_beside_the_field()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.AskedAsync(by: council.People.Member);
        await council.ReadAsync(async db =>
        {
            var duty = db.Duties.Single();
            db.Entry(duty).Property(one => one.DebtorToken).CurrentValue = $"p:{council.People.Clerk:N}";
            return await db.SaveChangesAsync();
        });
        var clerk = await council.AsAsync(council.People.Clerk);
        var page = await clerk.GetAsync("/arrangements/settle/follow-up-window");

        var refused = await clerk.SubmitAsync(page, "main form", [("Value", "20"), ("Minute", "C/3"), .. Day("From", 2, 4, 2026)]);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorOf("Value").ShouldNotBeNull().ShouldContain("nobody decides about themselves");
        refused.Text.ShouldContain("not a clause of the protocol");
        refused.Document.GetElementById("Minute")!.GetAttribute("value").ShouldBe("C/3");
    }

    [Fact]
    public async Task Look_at_a_time_that_the_protocol_gives_finds_no_gap_and_no_form()
    {
        await using var council = await WiganCouncil.StartAsync();
        await using var alderford = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, SecondProtocols.Texts(SecondProtocols.Alderford));
        var clerk = await council.AsAsync(council.People.Clerk);
        var list = await clerk.GetAsync("/arrangements");
        list.Text.ShouldContain("An arrangement fills a gap, and there is none: 6.2");
        list.Document.QuerySelector("main a[href='/arrangements/settle/reply-time']").ShouldBeNull();

        (await clerk.GetAsync("/arrangements/settle/reply-time")).Document.QuerySelector("main form[method=post]").ShouldBeNull();
        (await clerk.GetAsync("/arrangements/settle/standard-enquiries")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetAsync("/arrangements/settle/no-such-thing")).Status.ShouldBe(HttpStatusCode.NotFound);
        var figure = await (await alderford.AsAsync(alderford.People.Clerk)).GetAsync("/arrangements/settle/standard-enquiries");
        figure.Text.ShouldContain("The protocol names a standard and leaves the figure to the council.");
        figure.Document.QuerySelector("main a[href='/protocol/clauses/31.2']").ShouldNotBeNull();
        (await clerk.GetAsync("/arrangements/settle/reply-after-acknowledgement")).Text.ShouldContain(
            "no date for the full answer once an acknowledgement has explained what is going on"
        );
    }
}
