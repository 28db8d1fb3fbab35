using System.Net;
using Comity.Service.People;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.People;

/// <summary>Each single change of the register by its own page: what is refused, what is lost to somebody else's change, what comes of it.</summary>
public class RegisterFormTests
{
    [Fact]
    public async Task Correct_a_name_keeps_what_was_typed_when_somebody_else_was_faster()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var address = $"/people/{council.People.Member}/name";
        var first = await clerk.GetAsync(address);
        var second = await clerk.GetAsync(address);

        (await clerk.SubmitAsync(first, "main form", ("FullName", ""), ("Email", "no address"))).ShouldHaveErrors(
            "Enter the person's full name",
            "Enter an email address in the correct format, like name@council.example"
        );
        (await clerk.SubmitAsync(first, "main form", ("FullName", "Alex Member-Shaw"))).Location.ShouldBe(
            $"/people/{council.People.Member}"
        );
        var late = await clerk.SubmitAsync(second, "main form", ("FullName", "Alexandra Member"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Somebody else changed this while you were writing");
        late.Text.ShouldContain("By now it reads: Alex Member-Shaw");
        late.Document.GetElementById("FullName")!.GetAttribute("value").ShouldBe("Alexandra Member");
        (await clerk.SubmitAsync(late, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await clerk.GetAsync($"/people/{council.People.Member}")).Heading.ShouldBe("Alexandra Member");
    }

    [Fact]
    public async Task Enter_a_person_outside_the_council_and_appoint_them()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var entered = await clerk.SubmitAsync(
            await clerk.GetAsync("/people/new"),
            "main form",
            ("FullName", "Nia Vale"),
            ("Email", "nia.vale@example.org"),
            ("OutsideBody", "Vale District Council")
        );
        var page = await clerk.GetAsync(entered.Location!);

        page.Text.ShouldContain("The person has been entered");
        (await clerk.SubmitAsync(page, "main form")).ShouldHaveErrors("Choose an office from the list", "Enter the first day");
        var seat = Option(page, "OfficeId", "Councillor for West until 2025");
        (await clerk.SubmitAsync(page, "main form", [("OfficeId", seat), .. Day("From", 2, 4, 2026)])).ShouldHaveErrors(
            "Enter the last day of the term: a member's rights end with it"
        );
        var taken = await clerk.SubmitAsync(
            page,
            "main form",
            [("OfficeId", Option(page, "OfficeId", "Monitoring Officer")), .. Day("From", 2, 4, 2026), ("Basis", "acting")]
        );
        taken.Status.ShouldBe(HttpStatusCode.BadRequest);
        taken.ErrorOf("OfficeId").ShouldStartWith("Jo Monitoring holds this office on some of these days");
        taken.Document.GetElementById("Basis")!.GetAttribute("value").ShouldBe("acting");
        (
            await clerk.SubmitAsync(page, "main form", [("OfficeId", seat), .. Day("From", 2, 4, 2026), .. Day("Until", 6, 5, 2027)])
        ).Status.ShouldBe(HttpStatusCode.Redirect);
        var person = await clerk.GetAsync(entered.Location!.Replace("/appoint", "", StringComparison.Ordinal));
        person.Text.ShouldContain("Outside the council: Vale District Council");
        person.Text.ShouldContain("2 April 2026 to 6 May 2027, West ward");
    }

    [Fact]
    public async Task Look_at_a_person_on_another_day_shows_what_held_then()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        (await member.GetAsync($"/people/{council.People.FormerMember}")).Text.ShouldContain("Holds no office of the council today");
        var then = await member.GetAsync($"/people/{council.People.FormerMember}?On=2025-04-01");

        then.Text.ShouldContain("On 1 April 2025");
        then.Text.ShouldContain("Councillor for West until 2025 2 May 2024 to 1 May 2025");
    }

    [Fact]
    public async Task Change_the_days_of_an_entry_that_has_been_replaced_goes_on_with_the_one_in_its_place()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var id = await council.ReadAsync(db =>
            db.Holdings.Where(fact => fact.PersonId == council.People.Member).Select(fact => fact.Id).SingleAsync()
        );
        var page = await clerk.GetAsync($"/people/entries/holding/{id}");
        var stale = await clerk.GetAsync($"/people/entries/holding/{id}");

        (await clerk.SubmitAsync(page, "main form", Day("From", 31, 2, 2024))).Errors.ShouldHaveSingleItem();
        (await clerk.SubmitAsync(page, "main form", [.. Day("From", 2, 5, 2024)])).ShouldHaveErrors(
            "Enter the last day of the term: a member's rights end with it"
        );
        (await clerk.SubmitAsync(page, "main form", Day("Until", 6, 5, 2027))).Location.ShouldBe($"/people/{council.People.Member}");
        var late = await clerk.SubmitAsync(stale, "main form", Day("Until", 6, 5, 2026));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("By now it reads: 2 May 2024 to 6 May 2027");
        (await clerk.SubmitAsync(late, "main form", Day("Until", 6, 5, 2026))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await clerk.GetAsync($"/people/{council.People.Member}")).Text.ShouldContain("2 May 2024 to 6 May 2026");
        (await clerk.GetAsync($"/people/entries/holding/{id}")).Location.ShouldNotBeNull().ShouldStartWith("/people/entries/holding/");
        var history = await clerk.GetAsync($"/people/{council.People.Member}/history");
        history.Document.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("Councillor for East")).ShouldBe(3);
        history.Text.ShouldContain("Still does");
    }

    [Fact]
    public async Task Take_an_entry_back_leaves_it_in_the_history_and_nowhere_else()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var id = await council.ReadAsync(db =>
            db.Memberships.Where(fact => fact.PersonId == council.People.OtherGroupMember).Select(fact => fact.Id).SingleAsync()
        );

        await clerk.SubmitAsync(await clerk.GetAsync($"/people/entries/place/{id}"), "form[action*=TakeBack]");

        var person = await clerk.GetAsync($"/people/{council.People.OtherGroupMember}");
        person.Text.ShouldContain("The entry has been taken back");
        person.Text.ShouldContain("No body is on the register");
        (await clerk.GetAsync($"/people/{council.People.OtherGroupMember}/history")).Text.ShouldContain("Member, Blue Group");
        (await clerk.GetAsync($"/people/entries/place/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Give_a_place_names_whoever_has_it_and_shows_the_new_leader_of_the_group()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var page = await clerk.GetAsync($"/people/{council.People.Member}/join");
        (await clerk.SubmitAsync(page, "main form")).ShouldHaveErrors("Choose a group or committee from the list", "Enter the first day");
        (string, string?)[] Leads(string group) =>
            [("BodyId", Option(page, "BodyId", group)), ("Place", Places.Leader), .. Day("From", 1, 4, 2026)];

        (await clerk.SubmitAsync(page, "main form", Leads("Red Group"))).Location.ShouldBe($"/people/{council.People.Member}");
        var other = await clerk.GetAsync($"/people/{council.People.SameWardMember}/join");
        (await clerk.SubmitAsync(other, "main form", Leads("Red Group"))).ErrorOf("Place").ShouldStartWith("Alex Member has this place");
        var stale = await clerk.GetAsync($"/people/{council.People.SameWardMember}/join");
        (string, string?)[] next =
        [
            ("BodyId", Option(page, "BodyId", "Red Group")),
            ("Place", Places.Leader),
            .. Day("From", 1, 6, 2026),
            ("TakesOver", "true"),
        ];
        (await clerk.SubmitAsync(other, "main form", Leads("Blue Group")))
            .ErrorOf("BodyId")
            .ShouldStartWith("Bo Colleague is in Red Group");

        var person = await clerk.GetAsync($"/people/{council.People.Member}");
        var body = await clerk.GetAsync(person.Document.QuerySelector("a[href*='/people/bodies/']")!.GetAttribute("href")!);
        body.Text.ShouldContain("Alex Member, leader, since 1 April 2026");
        (await clerk.SubmitAsync(other, "main form", next)).Location.ShouldBe($"/people/{council.People.SameWardMember}");
        (await clerk.SubmitAsync(stale, "main form", next)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await clerk.GetAsync($"/people/{council.People.Member}?On=2026-05-31")).Text.ShouldContain("Red Group, leader");
        (await clerk.GetAsync($"/people/{council.People.Member}?On=2026-06-01")).Text.ShouldNotContain("Red Group, leader");
        (await clerk.GetAsync($"/people/{council.People.SameWardMember}?On=2026-06-01")).Text.ShouldContain("Red Group, leader");
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "membership-started"))).ShouldBe(2);
    }

    [Fact]
    public async Task Name_a_deputy_is_for_the_holder_too_and_shows_who_acts()
    {
        await using var council = await WiganCouncil.StartAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var address = $"/people/posts/{council.People.OfficerOffice}/absence";
        var page = await officer.GetAsync(address);
        (await officer.SubmitAsync(page, "main form")).ShouldHaveErrors(
            "Choose a person from the list",
            "Enter the first day",
            "Enter the last day of the absence; it can be changed later"
        );
        (
            await officer.SubmitAsync(
                page,
                "main form",
                [("PersonId", council.People.Manager.ToString()), .. Day("From", 1, 4, 2026), .. Day("Until", 30, 4, 2026)]
            )
        ).Location.ShouldBe($"/people/posts/{council.People.OfficerOffice}");

        var post = await officer.GetAsync($"/people/posts/{council.People.OfficerOffice}");
        post.Text.ShouldContain("Fran Manager (acting)");
        var entry = await officer.GetAsync(post.Document.QuerySelector("a[href*='/people/entries/deputy/']")!.GetAttribute("href")!);
        (await officer.SubmitAsync(entry, "main form", Day("Until", 31, 3, 2026))).ShouldHaveErrors(
            "The last day must be on or after the first day"
        );
        (await officer.SubmitAsync(entry, "main form", Day("Until", 1, 4, 2026))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync($"/people/{council.People.Officer}")).Text.ShouldNotContain("Deputy during absence");
        (await (await council.AsAsync(council.People.HousingOfficer)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Change_who_a_post_reports_to_refuses_a_circle_and_a_form_that_is_out_of_date()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        var director = council.People.DirectorOffice;
        var address = $"/people/posts/{council.People.OfficerOffice}/line-manager";
        var page = await clerk.GetAsync(address);
        var stale = await clerk.GetAsync(address);

        page.Text.ShouldContain("Now it reports to Head of Highways");
        (string, string?)[] moved = [("ManagerOfficeId", director.ToString()), .. Day("From", 2, 4, 2026)];
        (await clerk.SubmitAsync(page, "main form", moved)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await clerk.SubmitAsync(stale, "main form", moved)).Status.ShouldBe(HttpStatusCode.Conflict);
        var up = await clerk.GetAsync($"/people/posts/{director}/line-manager");
        (
            await clerk.SubmitAsync(
                up,
                "main form",
                [("ManagerOfficeId", council.People.OfficerOffice.ToString()), .. Day("From", 2, 4, 2026)]
            )
        )
            .ErrorOf("ManagerOfficeId")
            .ShouldBe("That office reports, directly or further up, to this one");
        (await clerk.GetAsync($"/people/{council.People.Officer}")).Text.ShouldContain("Line managerEllis Director, Director of Place");
    }

    [Fact]
    public async Task Enter_and_change_a_post_a_ward_a_body_and_a_service()
    {
        await using var council = await WiganCouncil.StartAsync();
        var clerk = await council.AsAsync(council.People.Clerk);

        var post = await clerk.GetAsync("/people/posts/edit");
        (await clerk.SubmitAsync(post, "main form")).ShouldHaveErrors(
            "Enter the title of the office",
            "Choose a role from the list",
            "Enter the first day"
        );
        var made = await clerk.SubmitAsync(
            post,
            "main form",
            [("PostTitle", "Head of Legal"), ("Role", "head-of-service"), ("PoliticallyRestricted", "true"), .. Day("From", 1, 4, 2026)]
        );
        var open = await clerk.GetAsync(made.Location!);
        open.Text.ShouldContain("Politically restricted");
        open.Text.ShouldContain("Vacant");

        var ward = await clerk.GetAsync("/people/wards/edit");
        (await clerk.SubmitAsync(ward, "main form", [("Name", "East"), .. Day("From", 1, 4, 2026)])).ShouldHaveErrors(
            "There is a ward of this name"
        );
        await clerk.SubmitAsync(ward, "main form", [("Name", "North"), .. Day("From", 1, 4, 2026)]);
        (await clerk.GetAsync("/people/wards")).Text.ShouldContain("North");

        var body = await clerk.GetAsync("/people/bodies/edit");
        (await clerk.SubmitAsync(body, "main form")).ShouldHaveErrors(
            "Choose what kind of body it is",
            "Enter the name",
            "Enter the first day"
        );
        made = await clerk.SubmitAsync(
            body,
            "main form",
            [("Kind", nameof(BodyKind.Committee)), ("Name", "Planning Committee"), .. Day("From", 1, 4, 2026)]
        );
        (await clerk.GetAsync(made.Location!)).Heading.ShouldBe("Planning Committee");

        var service = await clerk.GetAsync($"/people/services/edit/{council.People.Highways}");
        (await clerk.SubmitAsync(service, "main form", ("Name", "Housing"))).ShouldHaveErrors("There is a service of this name");
        await clerk.SubmitAsync(service, "main form", ("Subjects", "potholes and gullies"));
        (await clerk.GetAsync($"/people/services/{council.People.Highways}")).Text.ShouldContain("Deals with potholes and gullies");
    }

    [Fact]
    public async Task Open_any_form_of_the_register_without_keeping_it_finds_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var id = await council.ReadAsync(db => db.Holdings.Select(fact => fact.Id).FirstAsync());
        foreach (
            var address in new[]
            {
                $"/people/{council.People.Member}/name",
                $"/people/{council.People.Member}/appoint",
                $"/people/{council.People.Member}/join",
                $"/people/{council.People.Member}/history",
                "/people/new",
                $"/people/entries/holding/{id}",
                "/people/posts/edit",
                $"/people/posts/edit/{council.People.OfficerOffice}",
                $"/people/posts/{council.People.OfficerOffice}/line-manager",
                $"/people/posts/{council.People.OfficerOffice}/absence",
                "/people/bodies/edit",
                "/people/wards/edit",
                $"/people/services/edit/{council.People.Highways}",
                "/arrangements/substitutes/state",
                "/arrangements/roles/director",
                "/arrangements/settle/extension",
            }
        )
        {
            (await member.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        foreach (
            var address in new[]
            {
                $"/people/{council.People.Member}",
                "/people/members",
                "/people/wards",
                "/people/posts",
                "/arrangements",
                "/arrangements/roles",
                "/arrangements/substitutes",
            }
        )
        {
            var page = await member.GetAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK, address);
            page.Document.QuerySelector("main form[method=post]").ShouldBeNull(address);
            page.Document.QuerySelectorAll("main a[href*='/edit'], main a[href*='/entries/']").ShouldBeEmpty(address);
        }
    }

    internal static (string, string?)[] Day(string field, int day, int month, int year) =>
        [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", $"{year}")];

    internal static string Option(Page page, string field, string text) =>
        page.Document.QuerySelectorAll($"#{field} option").First(option => option.TextContent.Contains(text)).GetAttribute("value")!;
}
