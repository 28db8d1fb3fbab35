using System.Net;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>The pages of work that a member wants from an officer: on whose authority, why not, and whether there is room for it.</summary>
public sealed class WorkPageTests
{
    private const string Minute = "Council 12 March 2026, minute 41";
    private const string Why = "The county keeps this road.";

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("wigan/4.7/a")]
    public async Task Decline_shows_the_grounds_of_the_protocol_and_gives_the_member_the_clause(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync(request => request with { Kind = EnquiryKind.ServiceRequest });
        var officer = await council.AsAsync(council.People.Officer);
        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Say why this cannot be done");
        var form = await officer.GetAsync($"/enquiries/{reference}/decline");

        form.Text.ShouldContain("Is it beyond what the officer is empowered to do? Yes.");
        form.Text.ShouldContain("Clause 4.7: it should not be asked.");
        form.Text.ShouldNotContain("approved budget");
        (await officer.SubmitAsync(form, "main form")).ShouldHaveErrors("Choose why it cannot be done", "Enter why it cannot be done");
        (await officer.SubmitAsync(form, "main form", ("Reasons", "outside-approved-budget=yes"), ("Words", Why))).ShouldHaveErrors(
            "Choose why it cannot be done"
        );
        var old = await officer.SubmitAsync(form, "main form", ("Reasons", "beyond-officer-powers=yes"), ("Words", Why), ("Version", "0"));
        old.Status.ShouldBe(HttpStatusCode.Conflict);
        var done = await officer.SubmitAsync(form, "main form", ("Reasons", "beyond-officer-powers=yes"), ("Words", Why));

        done.Status.ShouldBe(HttpStatusCode.Redirect);
        var member = await council.AsAsync(council.People.Member);
        var shown = await member.GetAsync($"/enquiries/{reference}");
        shown.Text.ShouldContain("Declined");
        shown.Text.ShouldContain(Why);
        shown.Text.ShouldContain("Clause 4.7");
        shown.Text.ShouldContain("Answered");
        (await member.GetAsync($"/enquiries/{reference}/decline")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Decline_where_the_protocol_gives_no_ground_says_so()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request => request with { Kind = EnquiryKind.Advice });
        var director = await council.AsAsync(council.People.Director);

        var page = await director.GetAsync($"/enquiries/{reference}/decline");

        page.Text.ShouldContain("The protocol gives no ground on which an officer may decline this.");
    }

    [Fact]
    public async Task Decline_is_there_for_work_and_advice_alone_and_for_nothing_else_that_is_asked()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);

        (await officer.GetAsync($"/enquiries/{reference}/decline")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/enquiries/{reference}")).Text.ShouldNotContain("Say why this cannot be done");
    }

    [Fact]
    [Norm("borough/7.1/a")]
    public async Task Decline_on_a_ward_matter_says_who_gets_a_copy_and_takes_why_not()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("borough"));
        var reference = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Task,
                Facts = new Dictionary<string, string> { ["purpose"] = "council-business" },
            }
        );
        var owner = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner).Select(party => party.PersonId!.Value).SingleAsync()
        );
        var officer = await council.AsAsync(owner);
        var form = await officer.GetAsync($"/enquiries/{reference}/decline");

        form.Text.ShouldContain("a copy goes to Bo Colleague");
        var tooLong = await officer.SubmitAsync(
            form,
            "main form",
            ("Reasons", "beyond-officer-powers=yes"),
            ("Words", Why),
            ("WhyNotCopied", new string('x', 1001))
        );
        tooLong.ShouldHaveErrors("The reason must be 1,000 characters or fewer");
        var done = await officer.SubmitAsync(form, "main form", ("Reasons", "beyond-officer-powers=yes"), ("Words", Why));
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.Text);
        var colleague = await council.AsAsync(council.People.SameWardMember);
        (await colleague.GetAsync($"/enquiries/{reference}")).Text.ShouldContain(Why);
    }

    [Fact]
    [Norm("generic/2.2/g")]
    public async Task Decline_for_a_code_asks_which()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("generic"));
        var reference = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Task,
                Facts = new Dictionary<string, string> { ["purpose"] = "council-business" },
            }
        );
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/decline");

        var without = await officer.SubmitAsync(form, "main form", ("Reasons", "breaches-professional-code=yes"), ("Words", Why));
        var done = await officer.SubmitAsync(
            form,
            "main form",
            ("Reasons", "breaches-professional-code=yes"),
            ("Words", Why),
            ("Code", "The engineers’ code")
        );

        without.ShouldHaveErrors("Enter which code it would break");
        done.Status.ShouldBe(HttpStatusCode.Redirect);
        var member = await council.AsAsync(council.People.Member);
        (await member.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("The code: The engineers’ code");
    }

    [Fact]
    [Norm("wigan/2/h")]
    public async Task Instruct_asks_by_what_power_and_offers_to_ask_instead()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var kind = await member.SubmitAsync(await member.GetAsync("/ask"), "main form", ("Kind", EnquiryKind.Instruction.Key));
        var authority = await member.OpenAsync(kind.Location!);

        authority.Heading.ShouldBe("On whose authority?");
        authority.Text.ShouldContain("No power given to you is in the council’s register today.");
        (await member.SubmitAsync(authority, "main form")).ShouldHaveErrors("Choose on whose authority");
        (await member.SubmitAsync(authority, "main form", ("Of", Guid.CreateVersion7().ToString("D")))).ShouldHaveErrors(
            "Choose on whose authority"
        );
        (await member.SubmitAsync(authority, "main form", ("Of", "council"))).ShouldHaveErrors("Enter which resolution it was");
        var rule = await member.OpenAsync((await member.SubmitAsync(authority, "main form", ("Of", "own"))).Location!);

        rule.Text.ShouldContain("No: the protocol does not allow this.");
        var instead = await member.SubmitAsync(rule, "main form[action*=Instead]");
        instead.Status.ShouldBe(HttpStatusCode.Redirect);
        (await member.OpenAsync(instead.Location!)).Text.ShouldContain("The protocol does not say whether");
    }

    [Fact]
    [Norm("wigan/2/i")]
    public async Task Instruct_by_a_power_in_the_register_shows_its_minute_before_it_is_sent()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ReadAsync(async db =>
        {
            db.Add(
                new Delegation
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = council.People.Member,
                    Scope = "To direct the lighting programme",
                    Minute = Minute,
                    From = new DateOnly(2026, 3, 12),
                    RecordedAt = council.App.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });
        var member = await council.AsAsync(council.People.Member);
        var kind = await member.SubmitAsync(await member.GetAsync("/ask"), "main form", ("Kind", EnquiryKind.Instruction.Key));
        var authority = await member.OpenAsync(kind.Location!);
        authority.Text.ShouldContain($"A power that the council gave me ({Minute})");
        var power = authority.Document.QuerySelectorAll("[name=Of]").Select(input => input.GetAttribute("value")).ElementAt(1);

        var rule = await member.OpenAsync((await member.SubmitAsync(authority, "main form", ("Of", power))).Location!);

        rule.Text.ShouldContain("Yes");
        var details = await member.OpenAsync((await member.SubmitAsync(rule, "main form")).Location!);
        var resident = await member.SubmitAsync(
            details,
            "main form",
            ("Subject", "Lamps"),
            ("Question", "Begin at the school."),
            ("ServiceAreaId", council.People.Highways.ToString("D")),
            ("Capacity", nameof(Capacity.Council))
        );
        var check = await member.OpenAsync(
            (await member.SubmitAsync(await member.GetAsync(resident.Location!), "main form", ("For", "no"))).Location!
        );
        check.Text.ShouldContain($"By a power that the council has given: To direct the lighting programme ({Minute}).");
        var sent = await member.SubmitAsync(check, "main form");
        (await member.OpenAsync(sent.Location!)).Text.ShouldContain("On whose authority");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("borough/6.3/c")]
    [Norm("borough/6.3/d")]
    public async Task Say_whether_there_is_room_before_it_goes_to_anybody(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind, TestPeople.TextsOf("borough"));
        var cabinet = await council.App.AddPersonAsync("Cara Cabinet", "cabinet-member", "Cabinet Member for Streets");
        var reference = await council.AskedAsync(
            request => request with { Kind = EnquiryKind.Instruction, Capacity = Capacity.Council, MemberId = cabinet },
            cabinet
        );
        var manager = await council.AsAsync(council.People.Manager);
        var matter = await manager.GetAsync($"/enquiries/{reference}");
        matter.Text.ShouldContain("Say whether there is room for it");
        var pass = await manager.GetAsync($"/enquiries/{reference}/reassign");
        var tooSoon = await manager.SubmitAsync(
            pass,
            "main form",
            ("ToOfficeId", council.People.OfficerOffice.ToString("D")),
            ("Words", "Yours.")
        );
        tooSoon.Errors.ShouldHaveSingleItem().ShouldContain("Say first whether there is room for it");
        tooSoon.Errors[0].ShouldContain("6.3");
        var form = await manager.GetAsync($"/enquiries/{reference}/room");

        (await manager.SubmitAsync(form, "main form")).ShouldHaveErrors("Choose what you say", "Enter what the member is told");
        var talk = await manager.SubmitAsync(form, "main form", ("Said", nameof(RoomSaid.Impact)), ("Words", "Two jobs would wait."));
        talk.Status.ShouldBe(HttpStatusCode.Redirect);
        (await manager.SubmitAsync(form, "main form", ("Said", nameof(RoomSaid.Room)), ("Words", "It fits."))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        var again = await manager.GetAsync($"/enquiries/{reference}/room");
        var given = await manager.SubmitAsync(
            again,
            "main form",
            ("Said", nameof(RoomSaid.Room)),
            ("ToOfficeId", council.People.OfficerOffice.ToString("D")),
            ("Words", "It fits.")
        );

        (given.Status, given.Location).ShouldBe((HttpStatusCode.Redirect, "/what-i-owe"));
        var member = await council.AsAsync(cabinet);
        var shown = await member.GetAsync($"/enquiries/{reference}");
        shown.Text.ShouldContain("Wants to talk about what it would mean");
        shown.Text.ShouldContain("Said that there is room for it");
        var officer = await council.AsAsync(council.People.Officer);
        (await officer.GetAsync($"/enquiries/{reference}/room")).Text.ShouldContain("It has been said already.");
    }

    [Fact]
    [Norm("wigan/4.5/g")]
    public async Task Ask_where_the_contact_is_a_junior_officer_asks_what_it_is_about_and_goes_to_the_chief_officer()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.ReadAsync(db =>
            db.Offices.Where(office => office.Id == council.People.OfficerOffice)
                .ExecuteUpdateAsync(set => set.SetProperty(office => office.Junior, true))
        );
        var member = await council.AsAsync(council.People.Member);
        var rule = await member.OpenAsync(
            (await member.SubmitAsync(await member.GetAsync("/ask"), "main form", ("Kind", EnquiryKind.Task.Key))).Location!
        );
        var details = await member.OpenAsync((await member.SubmitAsync(rule, "main form")).Location!);
        var resident = await member.SubmitAsync(
            details,
            "main form",
            ("Subject", "Lamps"),
            ("Question", "What do you make of dimming them?"),
            ("ServiceAreaId", council.People.Highways.ToString("D")),
            ("Capacity", nameof(Capacity.Council))
        );
        var asked = await member.OpenAsync(
            (await member.SubmitAsync(await member.GetAsync(resident.Location!), "main form", ("For", "no"))).Location!
        );

        asked.Heading.ShouldBe("What is the contact about?");
        var again = await member.OpenAsync((await member.SubmitAsync(asked, "main form", ("Value", "policy-views"))).Location!);
        var check = await member.OpenAsync((await member.SubmitAsync(again, "main form")).Location!);
        check.Heading.ShouldBe("Check before you send");
        check.Text.ShouldContain("is a junior one: it goes to");
        check.Text.ShouldContain("clause 4.5");
    }

    [Fact]
    public async Task Open_the_page_about_room_where_the_protocol_does_not_ask_says_so_and_is_nobodys_elses()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync(request => request with { Kind = EnquiryKind.Task });

        (await (await council.AsAsync(council.People.Officer)).GetAsync($"/enquiries/{reference}/room")).Text.ShouldContain(
            "The protocol does not ask a line manager whether there is room for this."
        );
        (await (await council.AsAsync(council.People.Member)).GetAsync($"/enquiries/{reference}/room")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }
}
