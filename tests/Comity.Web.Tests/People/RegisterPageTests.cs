using System.Net;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.People;

public class RegisterPageTests
{
    private static readonly DateOnly Start = new(2024, 5, 1);

    [Fact]
    public async Task Open_the_directory_shows_who_answers_for_a_service_and_when_that_last_changed()
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = await MemberAsync(app);
        await using (var db = app.OpenDatabase())
        {
            var place = Service(db, "Place");
            var waste = Service(db, "Waste", place);
            await HeadAsync(app, db, waste, "Ivy Jones", "Head of Waste");
        }

        var page = await visitor.GetAsync("/people");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Waste part of Place");
        page.Text.ShouldContain("Ivy Jones, Head of Waste");
        page.Text.ShouldContain("2 April 2026");
    }

    [Fact]
    [Norm("wigan/4.5/a")]
    [Norm("wigan/4.5/b")]
    [Norm("wigan/5.3/e")]
    public async Task Name_contacts_of_a_service_warns_until_they_are_named_and_asks_the_sort_of_contact()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var clerk = await app.SignedInAsync(await app.AddPersonAsync("Cleo Clerk", "clerk"));
        Guid waste;
        await using (var db = app.OpenDatabase())
        {
            waste = Service(db, "Waste").Id;
            await HeadAsync(app, db, db.ServiceAreas.Local.Single(), "Ivy Jones", "Head of Waste");
        }

        var page = await clerk.GetAsync($"/people/services/{waste}");
        page.Text.ShouldContain("No senior officer is named for this service");
        page.Text.ShouldContain("No complaints officer is named for this service");
        page.Text.ShouldContain("Name the senior officers of your department who deal with members. Clause 4.5");
        page.Text.ShouldContain("Say for which service and for what kind of contact. Clause 4.5");
        page.Text.ShouldContain("Each service names one officer for complaints from members. Clause 5.3");
        (await clerk.GetAsync("/people")).Text.ShouldContain("No complaints officer named");
        var post = page
            .Document.QuerySelectorAll("#OfficeId option")
            .First(option => option.TextContent.Contains("Ivy Jones"))
            .GetAttribute("value");
        (
            await clerk.SubmitAsync(page, "form[action*=Name]", ("Contact", NamedContact.RegularSeniorOfficer), ("OfficeId", post))
        ).ShouldHaveErrors("Enter the sort of contact that members may expect, for example casework or policy questions");
        await clerk.SubmitAsync(
            page,
            "form[action*=Name]",
            ("Contact", NamedContact.RegularSeniorOfficer),
            ("OfficeId", post),
            ("SortOfContact", "Missed collections")
        );
        (string, string?)[] complaints = [("Contact", NamedContact.ServiceComplaintsOfficer), ("OfficeId", post)];
        var late = await clerk.SubmitAsync(page, "form[action*=Name]", complaints);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Missed collections Head of Waste: Ivy Jones");
        (await clerk.SubmitAsync(late, "form[action*=Name]", complaints)).Status.ShouldBe(HttpStatusCode.Redirect);

        page = await clerk.GetAsync($"/people/services/{waste}");
        page.Text.ShouldNotContain("is named for this service.");
        page.Text.ShouldContain("Missed collections Head of Waste: Ivy Jones");
        (await clerk.GetAsync("/people")).Text.ShouldContain("Both named");
    }

    [Fact]
    [Norm("wigan/4.6/f")]
    public async Task Arrange_contact_with_a_department_is_shown_to_members_as_its_own_choice()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var clerk = await app.SignedInAsync(await app.AddPersonAsync("Cleo Clerk", "clerk"));
        Guid waste;
        await using (var db = app.OpenDatabase())
        {
            waste = Service(db, "Waste").Id;
            await db.SaveChangesAsync();
        }

        var page = await clerk.GetAsync($"/people/services/{waste}");
        var stale = await clerk.GetAsync($"/people/services/{waste}");
        await clerk.SubmitAsync(page, "form[action*=Arrange]", ("Says", "Ring the duty desk before noon."));
        var late = await clerk.SubmitAsync(stale, "form[action*=Arrange]", ("Says", "Write to the duty desk."));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.GetElementById("Says")!.TextContent.ShouldBe("Write to the duty desk.");
        late.Text.ShouldContain("Ring the duty desk before noon.");

        var seen = await (await MemberAsync(app)).GetAsync($"/people/services/{waste}");
        seen.Text.ShouldContain("Ring the duty desk before noon.");
        seen.Text.ShouldContain("Arranged by Cleo Clerk from 2 April 2026");
        seen.Text.ShouldContain("It is the department’s own choice. Clause 4.6");
        seen.Document.QuerySelector("form[action*=Arrange]").ShouldBeNull();
    }

    [Fact]
    public async Task Open_members_shows_groups_with_their_contact_and_the_bodies_each_member_sits_on()
    {
        await using var app = await ComityApp.StartAsync();
        var personId = await app.AddPersonAsync("Ann Reed", "member");
        var visitor = await app.SignedInAsync(personId);
        Body group;
        await using (var db = app.OpenDatabase())
        {
            group = Body(db, BodyKind.PoliticalGroup, "Blue Group");
            Sits(app, db, personId, Body(db, BodyKind.Committee, "Planning Committee"), Places.Chairman);
            await db.SaveChangesAsync();
        }

        (await visitor.GetAsync("/people/members")).Text.ShouldContain("None named");
        await using (var db = app.OpenDatabase())
        {
            Sits(app, db, personId, group, Places.Contact);
            await db.SaveChangesAsync();
        }

        var page = await visitor.GetAsync("/people/members");
        page.Text.ShouldNotContain("None named");
        page.Text.ShouldContain("Planning Committee Ann Reed, chairman");
        var person = await visitor.GetAsync($"/people/{personId}");
        person.Text.ShouldContain("Planning Committee, chairman");
        person.Text.ShouldContain("Blue Group, contact");
    }

    [Fact]
    [Norm("wigan/8.2/a")]
    [Norm("wigan/2/i")]
    public async Task Open_the_registers_lists_restricted_posts_and_powers_with_holder_scope_minute_and_days()
    {
        await using var app = await ComityApp.StartAsync();
        await app.TakeUpAsync();
        var clerk = await app.SignedInAsync(await app.AddPersonAsync("Cleo Clerk", "clerk"));
        var member = await app.AddPersonAsync("Ann Reed", "member");
        await using (var db = app.OpenDatabase())
        {
            var post = await HeadAsync(app, db, Service(db, "Legal"), "Fay Orme", "Head of Legal");
            post.PoliticallyRestricted = true;
            await db.SaveChangesAsync();
        }

        var page = await clerk.GetAsync("/people/registers");
        page.Text.ShouldContain("Head of LegalLegalFay Orme");
        page.Text.ShouldContain("A politically restricted post brings further limits. Clause 8.2");
        page.Text.ShouldContain("Name the holder, the power, the resolution and the date. Clause 2");
        (await clerk.SubmitAsync(page, "main form", ("PersonId", member.ToString()))).Errors.ShouldContain(
            "Enter the minute of the decision that gave it"
        );
        await clerk.SubmitAsync(
            page,
            "main form",
            ("PersonId", member.ToString()),
            ("Scope", "Signing leases of allotments"),
            ("Minute", "C/12"),
            ("From.Day", "1"),
            ("From.Month", "4"),
            ("From.Year", "2026")
        );

        (await clerk.GetAsync("/people/registers")).Text.ShouldContain("Ann ReedSigning leases of allotmentsC/121 April 2026No end");
        (await clerk.GetAsync($"/people/{member}")).Text.ShouldContain("Signing leases of allotments (C/12)");
    }

    [Fact]
    public async Task End_a_term_takes_the_rights_with_it()
    {
        await using var app = await ComityApp.StartAsync();
        var clerk = await app.SignedInAsync(await app.AddPersonAsync("Cleo Clerk", "clerk"));
        var member = await app.AddPersonAsync("Ann Reed", "member");
        var person = await clerk.GetAsync($"/people/{member}");
        var page = await clerk.GetAsync(person.Document.QuerySelector("a[href*='/people/entries/holding/']")!.GetAttribute("href")!);

        await clerk.SubmitAsync(page, "main form", ("Until.Day", "1"), ("Until.Month", "4"), ("Until.Year", "2026"));

        (await clerk.GetAsync($"/people/{member}")).Text.ShouldContain("Holds no office of the council today");
    }

    [Fact]
    public async Task Keep_the_register_without_being_its_keeper_finds_nothing()
    {
        await using var app = await ComityApp.StartAsync();
        var member = await MemberAsync(app);

        (await member.GetAsync("/people/import")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync("/people/import?handler=Export")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync($"/people/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync("/people/registers")).Document.QuerySelector("main form").ShouldBeNull();
    }

    private static async Task<Visitor> MemberAsync(ComityApp app) =>
        await app.SignedInAsync(await app.AddPersonAsync("Mel Moss", "member"));

    private static ServiceArea Service(ComityDb db, string name, ServiceArea? partOf = null)
    {
        var service = new ServiceArea
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            PartOfId = partOf?.Id,
            From = Start,
        };
        db.Add(service);
        return service;
    }

    private static Body Body(ComityDb db, BodyKind kind, string name)
    {
        var body = new Body
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Name = name,
            From = Start,
        };
        db.Add(body);
        return body;
    }

    private static void Sits(ComityApp app, ComityDb db, Guid personId, Body body, string place) =>
        db.Add(
            new Membership
            {
                Id = Guid.CreateVersion7(),
                PersonId = personId,
                BodyId = body.Id,
                Place = place,
                From = Start,
                RecordedAt = app.Clock.Now,
            }
        );

    private static async Task<Office> HeadAsync(ComityApp app, ComityDb db, ServiceArea service, string name, string title)
    {
        await db.SaveChangesAsync();
        var personId = await app.AddPersonAsync(name, "head-of-service", title);
        var office = await db.Offices.SingleAsync(one =>
            one.Title == title && db.Holdings.Any(fact => fact.OfficeId == one.Id && fact.PersonId == personId)
        );
        office.ServiceAreaId = service.Id;
        await db.SaveChangesAsync();
        return office;
    }
}
