using Comity.Service.People;
using Comity.Testing;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.People;

public class CouncilOnDateTests
{
    [Theory, EveryDatabase]
    public async Task Ask_on_first_and_last_day_of_a_term_finds_the_holder_and_the_day_after_nobody(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var person = made.Member("Ann Reed", made.Ward("Northgate"), until: Day);
        await made.SaveAsync();
        var council = Register(db);

        (await council.OfficesOfAsync(person.Id, Start.AddDays(-1))).ShouldBeEmpty();
        (await council.OfficesOfAsync(person.Id, Start)).ShouldHaveSingleItem().Role.ShouldBe("member");
        (await council.OfficesOfAsync(person.Id, Day)).ShouldHaveSingleItem().Until.ShouldBe(Day);
        (await council.OfficesOfAsync(person.Id, Day.AddDays(1))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Ask_as_the_record_stood_before_a_late_entry_gives_the_answer_of_that_time(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var office = made.Office("Head of Waste", "head-of-service");
        var before = made.Person("Ben Okoro");
        var after = made.Person("Cara Lund");
        var learnt = new DateTime(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

        // On 10 March the clerk learns that the office passed on 1 March.
        var open = made.Holds(before, office);
        open.SupersededAt = learnt;
        made.Holds(before, office, until: new DateOnly(2026, 2, 28), recorded: learnt);
        made.Holds(after, office, from: new DateOnly(2026, 3, 1), recorded: learnt);
        await made.SaveAsync();
        var council = Register(db);
        var fifthOfMarch = new DateOnly(2026, 3, 5);

        (await council.ActingInAsync([office.Id], fifthOfMarch)).ShouldHaveSingleItem().PersonId.ShouldBe(after.Id);
        (await council.ActingInAsync([office.Id], new CouncilDay(fifthOfMarch, learnt.AddMinutes(-1))))
            .ShouldHaveSingleItem()
            .PersonId.ShouldBe(before.Id);
        (await council.ActingInAsync([office.Id], new CouncilDay(fifthOfMarch, learnt))).ShouldHaveSingleItem().PersonId.ShouldBe(after.Id);
    }

    [Theory, EveryDatabase]
    public async Task Ask_for_an_office_whose_holder_is_away_finds_the_deputy_until_the_holder_is_back(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var (holder, office) = made.Post("Dee Marsh", "Monitoring Officer", "monitoring-officer");
        var deputy = made.Person("Eli Ford");
        made.Deputises(deputy, office, Day, Day.AddDays(7));
        await made.SaveAsync();
        var council = Register(db);

        (await council.HoldersOfRoleAsync("monitoring-officer", Day.AddDays(-1))).ShouldHaveSingleItem().PersonId.ShouldBe(holder.Id);
        var acting = (await council.HoldersOfRoleAsync("monitoring-officer", Day)).ShouldHaveSingleItem();
        acting.PersonId.ShouldBe(deputy.Id);
        acting.AsDeputy.ShouldBeTrue();
        (await council.OfficesOfAsync(holder.Id, Day)).ShouldHaveSingleItem().OfficeId.ShouldBe(office.Id);
        (await council.HoldersOfRoleAsync("monitoring-officer", Day.AddDays(8))).ShouldHaveSingleItem().PersonId.ShouldBe(holder.Id);
    }

    [Theory, EveryDatabase]
    public async Task Ask_for_a_role_nobody_holds_finds_nobody_until_the_council_states_who_does_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var (chief, _) = made.Post("Fay Orme", "Chief Executive", "chief-executive");
        await made.SaveAsync();
        var council = Register(db);

        (await council.HoldersOfRoleAsync("head-of-paid-staff", Day)).ShouldBeEmpty();
        made.States("head-of-paid-staff", "chief-executive", chief);
        await made.SaveAsync();
        (await council.HoldersOfRoleAsync("head-of-paid-staff", Day)).ShouldHaveSingleItem().PersonId.ShouldBe(chief.Id);
    }

    [Theory, EveryDatabase]
    public async Task Climb_the_line_gives_every_manager_nearest_first_and_follows_a_move(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var (_, director) = made.Post("Gwen Hale", "Director of Place", "director");
        var (_, assistant) = made.Post("Hal Innes", "Assistant Director", "assistant-director", under: director);
        var (manager, head) = made.Post("Ivy Jones", "Head of Waste", "head-of-service", under: assistant);
        var (officer, post) = made.Post("Jo King", "Waste Officer", "officer", under: head);
        await made.SaveAsync();
        var council = Register(db);

        (await council.ManagementAboveAsync([post.Id], Day))
            .Select(step => (step.OfficeId, step.Step))
            .ShouldBe([(head.Id, 1), (assistant.Id, 2), (director.Id, 3)]);
        (await council.ManagementAboveAsync([post.Id], Start.AddDays(-1))).ShouldBeEmpty();
        (await council.ManagementAboveAsync([post.Id], new CouncilDay(Day, Recorded.AddDays(-1)))).ShouldBeEmpty();
        (await council.ManagementAboveAsync([post.Id], new CouncilDay(Day, Recorded))).Count.ShouldBe(3);
        (await council.LineManagersOfPersonAsync(officer.Id, Day)).ShouldHaveSingleItem().PersonId.ShouldBe(manager.Id);
        (await council.LineManagersOfOfficeAsync(post.Id, Day)).ShouldHaveSingleItem().OfficeId.ShouldBe(head.Id);
    }

    [Theory, EveryDatabase]
    public async Task Climb_a_circle_ends(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var first = made.Office("First", "officer");
        var second = made.Office("Second", "officer", under: first);
        await made.SaveAsync();
        db.Add(
            new LineManagement
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(Recorded)),
                OfficeId = first.Id,
                ManagerOfficeId = second.Id,
                From = Start,
                RecordedAt = Recorded,
            }
        );
        await db.SaveChangesAsync();

        (await Register(db).ManagementAboveAsync([second.Id], Day)).Count.ShouldBe(20);
    }

    [Theory, EveryDatabase]
    public async Task Ask_for_ward_members_gives_those_of_the_day_alone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var ward = made.Ward("Northgate");
        made.Member("Zoe Abel", ward);
        made.Member("Amy Bell", ward);
        made.Member("Gone Early", ward, until: Day.AddDays(-1));
        made.Member("Other Ward", made.Ward("Southgate"));
        await made.SaveAsync();

        (await Register(db).WardMembersAsync(ward.Id, Day)).Select(held => held.PersonName).ShouldBe(["Amy Bell", "Zoe Abel"]);
    }

    [Theory, EveryDatabase]
    public async Task Ask_for_places_gives_leader_and_committees_of_the_day(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var person = made.Member("Kit Lowe", made.Ward("Northgate"));
        var group = made.Body(BodyKind.PoliticalGroup, "Blue Group");
        var planning = made.Body(BodyKind.Committee, "Planning Committee");
        made.Sits(person, group, Places.Leader);
        made.Sits(person, planning, Places.Chairman, until: Day.AddDays(-1));
        await made.SaveAsync();
        var council = Register(db);

        (await council.PlacesOfAsync(person.Id, Day)).Select(place => (place.BodyName, place.Place)).ShouldBe([("Blue Group", "leader")]);
        (await council.PlacesOfAsync(person.Id, Day.AddDays(-1))).Count.ShouldBe(2);
        (await council.MembersOfAsync(group.Id, Day))
            .Where(one => one.Place == Places.Leader)
            .ShouldHaveSingleItem()
            .PersonId.ShouldBe(person.Id);
        (await council.MembersOfAsync(group.Id, Day)).Where(one => one.Place == Places.Contact).ShouldBeEmpty();
        (await council.MembersOfAsync(planning.Id, Day)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Ask_for_a_named_contact_climbs_to_the_nearest_service_that_has_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var place = made.Service("Place");
        var environment = made.Service("Environment", place);
        var waste = made.Service("Waste", environment);
        var housing = made.Service("Housing");
        var (_, far) = made.Post("Far Away", "Complaints Lead", "officer", place);
        var (near, office) = made.Post("Near By", "Complaints Officer", "officer", environment);
        made.Names(place, NamedContact.ServiceComplaintsOfficer, far);
        made.Names(environment, NamedContact.ServiceComplaintsOfficer, office);
        await made.SaveAsync();
        var council = Register(db);

        (await council.NamedContactsAsync(waste.Id, NamedContact.ServiceComplaintsOfficer, Day))
            .ShouldHaveSingleItem()
            .PersonId.ShouldBe(near.Id);
        (await council.NamedContactsAsync(waste.Id, NamedContact.RegularSeniorOfficer, Day)).ShouldBeEmpty();
        (await council.NamedContactsAsync(housing.Id, NamedContact.ServiceComplaintsOfficer, Day)).ShouldBeEmpty();
    }
}
