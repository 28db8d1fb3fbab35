using System.Net;
using Comity.Service.Appointments;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Appointments;

/// <summary>A talk or a visit from the wish to the calendar, on its pages.</summary>
public sealed class AppointmentPageTests
{
    [Theory]
    [InlineData("5", "", "It needs no appointment.")]
    [InlineData("6", "", "It needs an appointment.")]
    [InlineData("6", "&urgent=true", "It needs an appointment.")]
    [InlineData("6", "&urgent=true&unforeseen=true", "It needs no appointment.")]
    [Norm("town/10.1/a")]
    [Norm("town/10.1/b")]
    [Norm("town/10.1/c")]
    [Norm("town/10.1/d")]
    public async Task Ask_in_the_town_whether_an_appointment_is_needed_says_so_beforehand_and_why(string minutes, string more, string says)
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("town"));
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync($"/appointments/new?what=talk&minutes={minutes}{more}");

        page.Text.ShouldContain(says);
        page.Text.ShouldContain("Clause 10.1");
        page.Text.ShouldContain("Bear in mind what else the officer has to do");
    }

    [Fact]
    [Norm("wigan/4.6/a")]
    [Norm("wigan/4.6/c")]
    [Norm("wigan/4.6/g")]
    [Norm("borough/4.3/b")]
    public async Task Ask_about_a_visit_a_school_or_an_urgent_talk_names_the_way_and_its_clause()
    {
        await using var wigan = await WiganCouncil.StartAsync();
        await using var borough = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("borough"));
        var member = await wigan.AsAsync(wigan.People.Member);

        var visit = await member.GetAsync("/appointments/new?what=visit");
        var inspection = await member.GetAsync("/appointments/new?what=inspection");
        var school = await member.GetAsync("/appointments/new?what=school");
        var urgent = await (await borough.AsAsync(borough.People.Member)).GetAsync("/appointments/new?what=talk&minutes=20&urgent=true");

        visit.Text.ShouldContain("It has to be arranged first.");
        visit.Text.ShouldContain("Take care not to disturb the office");
        inspection.Text.ShouldContain("follows its own established procedure");
        school.Text.ShouldContain("It is arranged with the head teacher.");
        school.Document.QuerySelector("main form[method=post]").ShouldBeNull();
        urgent.Text.ShouldContain("You meet by Thursday 2 April 2026");
        urgent.Text.ShouldContain("Telephone: that is quicker than this form.");
    }

    [Fact]
    public async Task Ask_in_a_council_without_services_goes_to_the_clerk_and_asks_for_no_service()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ReadAsync(db =>
            db.ServiceAreas.ExecuteUpdateAsync(set => set.SetProperty(service => service.Until, new DateOnly(2026, 1, 1)))
        );
        var member = await council.AsAsync(council.People.Member);
        var form = await member.GetAsync("/appointments/new?what=talk&minutes=30");
        form.Document.QuerySelector("select[name=ServiceAreaId]").ShouldBeNull();

        var sent = await member.SubmitAsync(
            form,
            "main form[method=post]",
            ("Subject", "The minutes"),
            ("Words", "I should like to go through them."),
            ("Capacity", "Council")
        );

        sent.Location.ShouldStartWith("/enquiries/");
        (await council.ReadAsync(db => db.MatterParties.SingleAsync(party => party.Place == MatterParties.Owner))).PersonId.ShouldBe(
            council.People.Clerk
        );
    }

    [Fact]
    public async Task Choose_a_talk_at_the_front_door_leads_to_the_page_that_says_what_it_needs()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var chosen = await member.SubmitAsync(await member.GetAsync("/ask"), "main form", ("Kind", "appointment"));

        chosen.Location.ShouldBe("/appointments/new?what=talk");
        (await member.GetAsync("/appointments/new?what=nonsense")).Errors.ShouldBe(["Choose what you want"]);
        (await member.GetAsync("/appointments/new?what=talk&minutes=long")).Errors.ShouldBe([
            "Enter how many minutes it will take, as a whole number from 1 to 480",
        ]);
    }

    [Fact]
    public async Task Write_a_wish_to_meet_down_for_a_member_says_whose_it_is()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var form = await clerk.GetAsync("/appointments/new?what=talk&minutes=30");
        (string, string?)[] wish =
        [
            ("ServiceAreaId", council.People.Highways.ToString("D")),
            ("Subject", "Barrier in Mill Lane"),
            ("Words", "Any morning."),
            ("Capacity", "Council"),
        ];

        (await clerk.SubmitAsync(form, "main form[method=post]", wish)).ShouldHaveErrors("Choose the member whose wish it is");
        (
            await clerk.SubmitAsync(form, "main form[method=post]", [.. wish, ("MemberId", council.People.Director.ToString("D"))])
        ).ShouldHaveErrors("Choose the member whose wish it is");
        var sent = await clerk.SubmitAsync(form, "main form[method=post]", [.. wish, ("MemberId", council.People.Member.ToString("D"))]);

        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        var page = await (await council.AsAsync(council.People.Member)).GetAsync(sent.Location!);
        page.Text.ShouldContain("Alex Member (logged by Ira Clerk)");
        (await (await council.AsAsync(council.People.Member)).GetAsync("/appointments/new?what=talk&minutes=30")).Text.ShouldNotContain(
            "Whose wish is it?"
        );
        (await (await council.AsAsync(council.People.FormerMember)).GetAsync("/appointments/new")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("wigan/4.6/d")]
    [Norm("wigan/4.6/e")]
    public async Task Meet_an_officer_from_the_wish_to_both_calendars_and_call_it_off(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var member = await council.AsAsync(council.People.Member);
        var form = await member.GetAsync("/appointments/new?what=talk&minutes=30");
        form.Text.ShouldContain("It needs an appointment.");
        form.Text.ShouldContain("It goes through: chief-officer of recipient (clause 4.6)");
        (await member.SubmitAsync(form, "main form[method=post]")).ShouldHaveErrors(
            "Choose the service it is about",
            "Enter in a few words what it is about",
            "Enter what you want to talk about or see, and when it suits you",
            "Choose for whom you come"
        );
        var sent = await member.SubmitAsync(
            form,
            "main form[method=post]",
            ("ServiceAreaId", council.People.Highways.ToString("D")),
            ("Subject", "Barrier; Mill Lane"),
            ("Words", "Any morning."),
            ("Capacity", "Council")
        );
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        var here = $"{sent.Location}/appointment";
        (await member.GetAsync(sent.Location!)).Text.ShouldContain("The meeting");
        (await member.GetAsync($"{here}/calendar")).Status.ShouldBe(HttpStatusCode.NotFound);

        var director = await council.AsAsync(council.People.Director);
        var offering = await director.GetAsync($"{here}/offer");
        (await director.SubmitAsync(offering, "main form", ("FirstTime", "noon"))).ShouldHaveErrors(
            "Enter how many minutes, as a whole number from 5 to 480",
            "Enter the time of day with hours and minutes, like 18:30"
        );
        var offered = await director.SubmitAsync(offering, "main form", Times("20", "4", "14:30"));
        offered.Status.ShouldBe(HttpStatusCode.Redirect, offered.Text);

        var choosing = await member.GetAsync(here);
        choosing.Text.ShouldContain("Monday 20 April 2026, 14:30 to 15:00, Room 4");
        (await member.SubmitAsync(choosing, "main form")).ShouldHaveErrors("Choose one of the times");
        var offer = choosing.Document.QuerySelector("main input[name=OfferId]")!.GetAttribute("value");
        (await member.SubmitAsync(choosing, "main form", ("OfferId", offer))).Location.ShouldBe(here);
        (await member.SubmitAsync(choosing, "main form", ("OfferId", offer))).Status.ShouldBe(HttpStatusCode.Conflict);

        var (ics, type) = await CalendarAsync(director, here);
        type.ShouldBe("text/calendar; charset=utf-8; method=REQUEST");
        ics.ShouldBe((await CalendarAsync(member, here)).Text);
        ics.ShouldContain("DTSTART;TZID=Europe/London:20260420T143000");
        ics.ShouldContain("SUMMARY:Barrier\\; Mill Lane (");
        ics.ShouldContain("SEQUENCE:0");
        ics.ShouldContain("mailto:ellis.director@example.org");

        var off = await member.SubmitAsync(await member.GetAsync($"{here}/call-off"), "main form", ("Words", "I am ill."));
        off.Status.ShouldBe(HttpStatusCode.Redirect, off.Text);
        (await director.GetAsync(here)).Text.ShouldContain("Called off: Monday 20 April 2026");
        (await CalendarAsync(director, here)).Text.ShouldContain("METHOD:CANCEL");
        (await director.GetAsync(sent.Location!)).Text.ShouldContain("I am ill.");
    }

    [Fact]
    public async Task Open_a_meeting_is_for_its_two_sides_and_of_a_sealed_matter_the_calendar_learns_only_when()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Appointment,
                Capacity = Capacity.Council,
                WardId = null,
                Sealed = true,
                Subject = "Quibblewick",
                Facts = MeetingRules.FactsOf(new() { Kind = MeetingKind.Talk, Minutes = 30 }, true, council.App.Clock.Today()),
            }
        );
        var here = $"/enquiries/{reference}/appointment";
        var director = await council.AsAsync(council.People.Director);
        (await director.SubmitAsync(await director.GetAsync($"{here}/offer"), "main form", Times("20", "4", "14:30"))).Location.ShouldBe(
            here
        );
        var member = await council.AsAsync(council.People.Member);
        var choosing = await member.GetAsync(here);
        var offer = choosing.Document.QuerySelector("main input[name=OfferId]")!.GetAttribute("value");
        (await member.SubmitAsync(choosing, "main form", ("OfferId", offer))).Location.ShouldBe(here);

        var (ics, _) = await CalendarAsync(member, here);
        ics.ShouldContain("DTSTART;TZID=Europe/London:20260420T143000");
        foreach (var word in new[] { "Quibblewick", "Room 4", "Alex", "Ellis", "example.org", "http" })
        {
            ics.ShouldNotContain(word);
        }

        foreach (
            var person in new[]
            {
                council.People.SameWardMember,
                council.People.HousingOfficer,
                council.People.Clerk,
                council.People.Manager,
            }
        )
        {
            var visitor = await council.AsAsync(person);
            foreach (var page in new[] { "", "/offer", "/call-off", "/calendar" })
            {
                var answer = await visitor.GetAsync(here + page);
                answer.Status.ShouldBe(HttpStatusCode.NotFound);
                answer.Html.ShouldBe(
                    (await visitor.GetAsync((here + page).Replace(reference, "0000-0000-00", StringComparison.Ordinal))).Html
                );
            }
        }

        (await member.GetAsync($"{here}/offer")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string?)[] Times(string day, string month, string time) =>
        [
            ("Minutes", "30"),
            ("Where", "Room 4"),
            ("FirstDay.Day", day),
            ("FirstDay.Month", month),
            ("FirstDay.Year", "2026"),
            ("FirstTime", time),
        ];

    private static async Task<(string Text, string Type)> CalendarAsync(Visitor visitor, string here)
    {
        var answer = await visitor.Client.GetAsync(new Uri($"{here}/calendar", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return (await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType!.ToString());
    }
}
