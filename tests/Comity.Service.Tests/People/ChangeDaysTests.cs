using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.People;

public class ChangeDaysTests
{
    [Theory, EveryDatabase]
    public async Task Change_a_term_moves_both_days_keeps_what_was_believed_and_never_leaves_it_open(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var person = desk.Made.Member("Ann Reed", desk.Made.Ward("Northgate"), until: Day);
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var id = (await desk.Db.Holdings.AsNoTracking().SingleAsync(fact => fact.PersonId == person.Id)).Id;
        var change = new ChangeDays<Holding>(desk.Db, desk.Writes);

        var open = await change.ExecuteAsync(desk.Clerk, new(id, Start.AddDays(1), null));
        var done = await change.ExecuteAsync(desk.Clerk, new(id, Start.AddDays(1), Day.AddDays(7)));

        open.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("Until");
        done.ShouldBeOfType<RegisterChange.Done>();
        (await desk.LastRecordAsync()).ShouldBe("entry-dated");
        (await desk.Council.OfficesOfAsync(person.Id, Day.AddDays(7))).ShouldHaveSingleItem().From.ShouldBe(Start.AddDays(1));
        (await desk.Council.OfficesOfAsync(person.Id, Start)).ShouldBeEmpty();
        (await desk.Council.OfficesOfAsync(person.Id, new CouncilDay(Start, Recorded.AddDays(1)))).ShouldHaveSingleItem();
        await Should.ThrowAsync<ChangedSinceOpenedException>(() => change.ExecuteAsync(desk.Clerk, new(id, Start, Day)));
    }

    [Theory, EveryDatabase]
    public async Task Change_days_into_those_of_somebody_else_is_refused_by_name(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (first, second) = (desk.Made.Person("Ann Reed"), desk.Made.Person("Ben Okoro"));
        var office = desk.Made.Office("Head of Waste", "head-of-service");
        var earlier = desk.Made.Holds(first, office, until: Day);
        desk.Made.Holds(second, office, Day.AddDays(1));
        var group = desk.Made.Body(BodyKind.PoliticalGroup, "Blue Group");
        var leads = desk.Made.Sits(first, group, Places.Leader, until: Day);
        desk.Made.Sits(second, group, Places.Leader, Day.AddDays(1));
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();

        var holding = await new ChangeDays<Holding>(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(earlier.Id, Start, Day.AddDays(9)));
        var ended = await new EndFact<Holding>(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(earlier.Id, Day.AddDays(9)));
        var place = await new ChangeDays<Membership>(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(leads.Id, Start, Day.AddDays(9)));

        foreach (var refused in (RegisterChange[])[holding, ended, place])
        {
            refused.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Message.ShouldStartWith("Ben Okoro ");
        }

        (await desk.LastRecordAsync()).ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task Change_an_absence_is_the_holders_too_and_wants_a_last_day(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (holder, office) = desk.Made.Post("Ivy Jones", "Head of Waste", "head-of-service");
        var person = desk.Made.Person("Jo King");
        var deputy = desk.Made.Deputises(person, office, Day, Day.AddDays(3));
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var change = new ChangeDays<Deputy>(desk.Db, desk.Writes);
        var own = new Viewer(holder.Id, "Ivy Jones", [office.Id], ["head-of-service"], []);
        var stand = new Viewer(person.Id, "Jo King", [office.Id], ["head-of-service"], []);

        (await change.ExecuteAsync(stand, new(deputy.Id, Day, Day.AddDays(9)))).ShouldBeOfType<RegisterChange.Missing>();
        (await change.ExecuteAsync(own, new(deputy.Id, Day, null)))
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.ShouldHaveSingleItem()
            .Field.ShouldBe("Until");
        (await change.ExecuteAsync(own, new(deputy.Id, Day, Day.AddDays(9)))).ShouldBeOfType<RegisterChange.Done>();
        (await desk.Council.ActingInAsync([office.Id], Day.AddDays(9))).ShouldHaveSingleItem().PersonId.ShouldBe(person.Id);
    }

    [Theory, EveryDatabase]
    public async Task Save_what_somebody_else_has_changed_since_it_was_opened_changes_nothing(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var person = desk.Made.Person("Ann Reed");
        var (_, manager) = desk.Made.Post("Gwen Hale", "Director", "director");
        var (_, post) = desk.Made.Post("Jo King", "Waste Officer", "officer", under: manager);
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var opened = AsOpened.Of(person);
        var line = AsOpened.Of(await desk.Db.LineManagement.AsNoTracking().Where(fact => fact.OfficeId == post.Id).ToListAsync());
        var save = new SavePerson(desk.Db, desk.Writes);
        var move = new MoveLineManagement(desk.Db, desk.Council, desk.Writes);
        await save.ExecuteAsync(desk.Clerk, new(person.Id, "Ann Reed-Shaw", person.Email, null, opened));
        await move.ExecuteAsync(desk.Clerk, new(post.Id, null, Day, line));

        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            save.ExecuteAsync(desk.Clerk, new(person.Id, "Anne Reed", person.Email, null, opened))
        );
        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            move.ExecuteAsync(desk.Clerk, new(post.Id, manager.Id, Day.AddDays(1), line))
        );

        await using var db = desk.OpenAnother();
        (await db.People.SingleAsync(one => one.Id == person.Id)).FullName.ShouldBe("Ann Reed-Shaw");
    }
}
