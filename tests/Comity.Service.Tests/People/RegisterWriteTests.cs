using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.People;

public class RegisterWriteTests
{
    [Theory, EveryDatabase]
    public async Task Add_a_person_writes_the_row_and_the_record_together(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);

        var result = await new SavePerson(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(null, " Ann Reed ", "ann@c.example", null));

        var id = result.ShouldBeOfType<RegisterChange.Done>().Id;
        await using var db = desk.OpenAnother();
        (await db.People.SingleAsync(person => person.Id == id)).FullName.ShouldBe("Ann Reed");
        var entry = await db.RecordEntries.SingleAsync();
        entry.Kind.ShouldBe("person-added");
        (await db.Contents.SingleAsync(content => content.Id == entry.ContentId))
            .Text.ShouldNotBeNull()
            .ShouldContain("\"name\":\"Ann Reed\"");
    }

    [Fact]
    public async Task Add_a_person_with_somebody_elses_address_is_refused_beside_the_field_and_leaves_no_trace()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);

        var result = await new SavePerson(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(null, "", "CLEO.Clerk@council.example", null));

        result
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.Select(error => (error.Field, error.Message))
            .ShouldBe([("FullName", "Enter the person's full name"), ("Email", "Somebody else in the register has this email address")]);
        (await desk.LastRecordAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Change_the_register_without_keeping_it_finds_nothing()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        var officer = desk.Clerk with { Roles = ["officer"] };

        (
            await new SavePerson(desk.Db, desk.Writes).ExecuteAsync(officer, new(null, "Ann Reed", null, null))
        ).ShouldBeOfType<RegisterChange.Missing>();
        (
            await new SaveWard(desk.Db, desk.Writes).ExecuteAsync(officer, new(null, "North", Day, null))
        ).ShouldBeOfType<RegisterChange.Missing>();
        (await desk.LastRecordAsync()).ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task Start_a_member_without_the_end_of_the_term_is_refused(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var seat = desk.Made.Office("Member for Northgate", "member", ward: desk.Made.Ward("Northgate"));
        var person = desk.Made.Person("Ann Reed");
        await desk.Made.SaveAsync();
        var start = new StartHolding(desk.Db, desk.Writes);

        var refused = await start.ExecuteAsync(desk.Clerk, new(seat.Id, person.Id, Day, null, null));
        var done = await start.ExecuteAsync(desk.Clerk, new(seat.Id, person.Id, Day, Day.AddYears(4), "elected"));

        refused.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("Until");
        done.ShouldBeOfType<RegisterChange.Done>();
        var viewers = new Viewers(new CouncilNow(desk.Db, new KeptFacts()), desk.Tokens);
        (await viewers.OfAsync(person.Id, Day.AddYears(4))).Holds("member").ShouldBeTrue();
        (await viewers.OfAsync(person.Id, Day.AddYears(4).AddDays(1))).Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_a_holding_of_an_office_that_somebody_holds_is_refused_by_name()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        var (_, office) = desk.Made.Post("Ivy Jones", "Head of Waste", "head-of-service");
        var person = desk.Made.Person("Ann Reed");
        await desk.Made.SaveAsync();

        var result = await new StartHolding(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(office.Id, person.Id, Day, null, null));

        result
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldStartWith("Ivy Jones holds this office");
    }

    [Theory, EveryDatabase]
    public async Task End_a_holding_early_keeps_what_the_record_said_before(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var person = desk.Made.Member("Ann Reed", desk.Made.Ward("Northgate"), until: new DateOnly(2027, 5, 6));
        await desk.Made.SaveAsync();
        var holding = await desk.Db.Holdings.AsNoTracking().SingleAsync(fact => fact.PersonId == person.Id);
        desk.Db.ChangeTracker.Clear();
        var before = desk.Clock.Now;
        desk.Clock.Advance(TimeSpan.FromHours(1));

        var result = await new EndFact<Holding>(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(holding.Id, Day));

        result.ShouldBeOfType<RegisterChange.Done>();
        (await desk.Council.OfficesOfAsync(person.Id, Day)).ShouldHaveSingleItem().Until.ShouldBe(Day);
        (await desk.Council.OfficesOfAsync(person.Id, Day.AddDays(1))).ShouldBeEmpty();
        (await desk.Council.OfficesOfAsync(person.Id, new CouncilDay(Day.AddDays(1), before)))
            .ShouldHaveSingleItem()
            .Until.ShouldBe(new DateOnly(2027, 5, 6));
        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            new EndFact<Holding>(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(holding.Id, Day))
        );
    }

    [Theory, EveryDatabase]
    public async Task Move_line_management_changes_the_manager_from_that_day_and_never_into_a_circle(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (_, director) = desk.Made.Post("Gwen Hale", "Director", "director");
        var (_, head) = desk.Made.Post("Ivy Jones", "Head of Waste", "head-of-service", under: director);
        var (_, post) = desk.Made.Post("Jo King", "Waste Officer", "officer", under: head);
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var move = new MoveLineManagement(desk.Db, desk.Council, desk.Writes);

        var circle = await move.ExecuteAsync(desk.Clerk, new(director.Id, post.Id, Day));
        var done = await move.ExecuteAsync(desk.Clerk, new(post.Id, director.Id, Day));

        circle.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("ManagerOfficeId");
        done.ShouldBeOfType<RegisterChange.Done>();
        (await desk.Council.LineManagersOfOfficeAsync(post.Id, Day.AddDays(-1))).ShouldHaveSingleItem().OfficeId.ShouldBe(head.Id);
        (await desk.Council.LineManagersOfOfficeAsync(post.Id, Day)).ShouldHaveSingleItem().OfficeId.ShouldBe(director.Id);
    }

    [Theory, EveryDatabase]
    public async Task Name_a_second_group_contact_is_refused_by_the_name_of_the_first(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var ward = desk.Made.Ward("Northgate");
        var first = desk.Made.Member("Ann Reed", ward);
        var second = desk.Made.Member("Ben Okoro", ward);
        var group = desk.Made.Body(BodyKind.PoliticalGroup, "Blue Group");
        await desk.Made.SaveAsync();
        var start = new StartMembership(desk.Db, desk.Writes);

        (await start.ExecuteAsync(desk.Clerk, new(group.Id, first.Id, Places.Contact, Day, null))).ShouldBeOfType<RegisterChange.Done>();
        var refused = await start.ExecuteAsync(desk.Clerk, new(group.Id, second.Id, Places.Contact, Day, null));

        refused.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Message.ShouldStartWith("Ann Reed has this place");
        (await desk.Council.MembersOfAsync(group.Id, Day))
            .Where(one => one.Place == Places.Contact)
            .ShouldHaveSingleItem()
            .PersonId.ShouldBe(first.Id);
        (await new Viewers(new CouncilNow(desk.Db, new KeptFacts()), desk.Tokens).OfAsync(first.Id, Day))
            .Holds("group-contact")
            .ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Name_another_complaints_officer_ends_the_first_so_that_a_service_has_one(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var waste = desk.Made.Service("Waste");
        var (_, one) = desk.Made.Post("Ivy Jones", "Head of Waste", "head-of-service", waste);
        var (other, two) = desk.Made.Post("Jo King", "Business Officer", "officer", waste);
        desk.Made.Names(waste, NamedContact.ServiceComplaintsOfficer, one);
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();

        var result = await new NameContact(desk.Db, desk.Council, desk.Writes, desk.Clock).ExecuteAsync(
            desk.Clerk,
            new(waste.Id, two.Id, NamedContact.ServiceComplaintsOfficer, null, Day)
        );

        result.ShouldBeOfType<RegisterChange.Done>();
        (await desk.Council.NamedContactsAsync(waste.Id, NamedContact.ServiceComplaintsOfficer, Day))
            .ShouldHaveSingleItem()
            .PersonId.ShouldBe(other.Id);
    }

    [Theory, EveryDatabase]
    public async Task Name_a_regular_contact_wants_the_sort_of_contact_and_a_senior_post(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var waste = desk.Made.Service("Waste");
        var junior = desk.Made.Office("Waste Officer", "officer", waste, junior: true);
        await desk.Made.SaveAsync();

        var result = await new NameContact(desk.Db, desk.Council, desk.Writes, desk.Clock).ExecuteAsync(
            desk.Clerk,
            new(waste.Id, junior.Id, NamedContact.RegularSeniorOfficer, " ", Day)
        );

        result.ShouldBeOfType<RegisterChange.Refused>().Errors.Select(error => error.Field).ShouldBe(["SortOfContact", "OfficeId"]);
    }

    [Theory, EveryDatabase]
    public async Task Name_contacts_and_arrange_contact_is_for_the_departments_own_chief_officer(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var place = desk.Made.Service("Place");
        var waste = desk.Made.Service("Waste", place);
        var housing = desk.Made.Service("Housing");
        var (person, office) = desk.Made.Post("Gwen Hale", "Director of Place", "director", place);
        var (_, head) = desk.Made.Post("Ivy Jones", "Head of Waste", "head-of-service", waste);
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var director = new Viewer(person.Id, person.FullName, [office.Id], ["director"], []);
        var name = new NameContact(desk.Db, desk.Council, desk.Writes, desk.Clock);
        var arrange = new SetContactArrangement(desk.Db, desk.Council, desk.Writes, desk.Clock);
        var request = new NameContactRequest(waste.Id, head.Id, NamedContact.RegularSeniorOfficer, "Casework", Day);

        var unstated = await name.ExecuteAsync(director, request);
        desk.Made.States("chief-officer", "director", person);
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var own = await name.ExecuteAsync(director, request);
        var others = await name.ExecuteAsync(director, request with { ServiceAreaId = housing.Id });
        var arranged = await arrange.ExecuteAsync(director, new(waste.Id, "Ring the duty desk before noon.", Day));

        unstated.ShouldBeOfType<RegisterChange.Missing>();
        own.ShouldBeOfType<RegisterChange.Done>();
        others.ShouldBeOfType<RegisterChange.Missing>();
        arranged.ShouldBeOfType<RegisterChange.Done>();
        (await desk.Council.Facts<ContactArrangement>(Day).SingleAsync()).Says.ShouldBe("Ring the duty desk before noon.");
    }

    [Theory, EveryDatabase]
    public async Task Give_a_delegation_keeps_holder_scope_minute_and_days(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var member = desk.Made.Member("Ann Reed", desk.Made.Ward("Northgate"));
        await desk.Made.SaveAsync();
        var give = new GiveDelegation(desk.Db, desk.Writes);

        var bare = await give.ExecuteAsync(desk.Clerk, new(member.Id, "", "", Day, null));
        var own = await give.ExecuteAsync(desk.Clerk, new(desk.Clerk.PersonId, "Signing leases", "Council 12/26", Day, null));
        var done = await give.ExecuteAsync(desk.Clerk, new(member.Id, "Signing leases", "Council 12/26", Day, Day.AddDays(30)));

        bare.ShouldBeOfType<RegisterChange.Refused>().Errors.Select(error => error.Field).ShouldBe(["Scope", "Minute"]);
        own.ShouldBeOfType<RegisterChange.Refused>();
        done.ShouldBeOfType<RegisterChange.Done>();
        (await desk.Council.DelegationsOfAsync(member.Id, Day.AddDays(30))).ShouldHaveSingleItem().Minute.ShouldBe("Council 12/26");
        (await desk.Council.DelegationsOfAsync(member.Id, Day.AddDays(31))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task State_who_does_a_duty_takes_the_place_of_what_was_stated_before(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (chief, _) = desk.Made.Post("Fay Orme", "Chief Executive", "chief-executive");
        var (director, _) = desk.Made.Post("Gwen Hale", "Director", "director");
        await desk.Made.SaveAsync();
        var known = new HashSet<string> { "head-of-paid-service", "chief-executive", "director" };
        var state = new StateEquivalence(desk.Db, desk.Writes);

        await state.ExecuteAsync(desk.Clerk, new("head-of-paid-service", ["chief-executive"], Day, "C/3", known));
        await state.ExecuteAsync(desk.Clerk, new("head-of-paid-service", ["director"], Day.AddDays(5), "C/9", known));

        (await desk.Council.HoldersOfRoleAsync("head-of-paid-service", Day.AddDays(4))).ShouldHaveSingleItem().PersonId.ShouldBe(chief.Id);
        (await desk.Council.HoldersOfRoleAsync("head-of-paid-service", Day.AddDays(5)))
            .ShouldHaveSingleItem()
            .PersonId.ShouldBe(director.Id);
        (await desk.Council.Facts<RoleEquivalence>(Day.AddDays(4)).SingleAsync()).Minute.ShouldBe("C/3");
        (await desk.Council.Facts<RoleEquivalence>(Day.AddDays(5)).SingleAsync()).Minute.ShouldBe("C/9");
    }

    [Theory, EveryDatabase]
    public async Task Appoint_a_deputy_for_ones_own_office_is_the_holders_to_do_and_no_strangers(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (holder, office) = desk.Made.Post("Ivy Jones", "Head of Waste", "head-of-service");
        var deputy = desk.Made.Person("Jo King");
        await desk.Made.SaveAsync();
        var appoint = new AppointDeputy(desk.Db, desk.Writes);
        var request = new AppointDeputyRequest(office.Id, deputy.Id, Day, Day.AddDays(3));

        var stranger = await appoint.ExecuteAsync(new Viewer(deputy.Id, "Jo King", [], ["officer"], []), request);
        var own = await appoint.ExecuteAsync(new Viewer(holder.Id, "Ivy Jones", [office.Id], ["head-of-service"], []), request);

        stranger.ShouldBeOfType<RegisterChange.Missing>();
        own.ShouldBeOfType<RegisterChange.Done>();
        (await desk.Council.ActingInAsync([office.Id], Day)).ShouldHaveSingleItem().PersonId.ShouldBe(deputy.Id);
    }
}
