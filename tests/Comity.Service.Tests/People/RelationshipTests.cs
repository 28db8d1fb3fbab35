using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.People;

public class RelationshipTests
{
    [Theory, EveryDatabase]
    public async Task Declare_a_relationship_is_seen_by_the_two_whoever_was_told_and_the_monitoring_officer_alone(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (ann, jo, told, monitoring) = await PeopleAsync(desk);

        var done = await desk.Declare.ExecuteAsync(
            await ViewerAsync(desk, ann),
            new(ann.Id, jo.Id, Tie.CloseFriend, "We were at school together.", told.Id, Day)
        );

        done.ShouldBeOfType<RegisterChange.Done>();
        desk.Db.ChangeTracker.Clear();
        foreach (
            var (person, why) in new[]
            {
                (ann, "You declared it."),
                (jo, "It names you."),
                (told, "You were told of it when it was declared."),
                (monitoring, "The Monitoring Officer keeps what is declared."),
            }
        )
        {
            var entry = (await desk.Relationships.SeenByAsync(await ViewerAsync(desk, person), null)).ShouldHaveSingleItem();
            (entry.Person, entry.Other, entry.Told).ShouldBe(("Ann Reed", "Jo King", "Lee Moss"));
            (entry.Tie, entry.Says, entry.Why).ShouldBe((Tie.CloseFriend, "We were at school together.", why));
        }

        (await desk.Relationships.SeenByAsync(desk.Clerk, null)).ShouldBeEmpty();
        (await desk.Relationships.SeenByAsync(Viewer.Nobody, ann.Id)).ShouldBeEmpty();
        (await desk.Db.ReadEntries.CountAsync()).ShouldBe(4);
    }

    [Theory, EveryDatabase]
    public async Task Declare_a_relationship_leaves_no_name_and_no_word_of_it_in_the_open(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (ann, jo, _, _) = await PeopleAsync(desk);

        await desk.Declare.ExecuteAsync(await ViewerAsync(desk, ann), new(ann.Id, jo.Id, Tie.Family, "We are cousins.", null, Day));

        await using var db = desk.OpenAnother();
        var open = await db.Contents.Where(item => item.Text != null).Select(item => item.Text!).ToListAsync();
        open.ShouldNotContain(text => text.Contains("cousins") || text.Contains($"{ann.Id:N}"));
        var fact = await db.DeclaredRelationships.SingleAsync();
        fact.PersonToken.ShouldStartWith("s:");
        fact.OtherToken.ShouldStartWith("s:");
        (await db.MatterParties.AnyAsync(party => party.PersonId != null)).ShouldBeFalse();
        (await db.RecordEntries.SingleAsync()).ActorToken.ShouldStartWith("s:");
        (await db.Matters.SingleAsync()).Class.ShouldBe(ContentClass.Sealed);
    }

    [Fact]
    public async Task Declare_for_somebody_else_is_the_monitoring_officers_alone()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        var (ann, jo, _, monitoring) = await PeopleAsync(desk);
        var request = new DeclareRelationshipRequest(ann.Id, jo.Id, Tie.Family, "They are cousins.", null, Day);

        (await desk.Declare.ExecuteAsync(desk.Clerk, request)).ShouldBeOfType<RegisterChange.Missing>();
        (await desk.Declare.ExecuteAsync(await ViewerAsync(desk, jo), request)).ShouldBeOfType<RegisterChange.Missing>();
        (await desk.Declare.ExecuteAsync(await ViewerAsync(desk, monitoring), request)).ShouldBeOfType<RegisterChange.Done>();
    }

    [Fact]
    public async Task Declare_without_saying_with_whom_or_what_is_refused_beside_each_field()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        var (ann, _, _, _) = await PeopleAsync(desk);

        var refused = await desk.Declare.ExecuteAsync(await ViewerAsync(desk, ann), new(ann.Id, ann.Id, "", " ", null, Day.AddDays(1)));

        refused
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.Select(error => error.Field)
            .ShouldBe(["OtherPersonId", "Tie", "Says", "From"]);
        (await desk.LastRecordAsync()).ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task End_a_relationship_keeps_the_entry_and_is_not_the_clerks_nor_the_others(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (ann, jo, _, _) = await PeopleAsync(desk);
        var viewer = await ViewerAsync(desk, ann);
        var id = (await desk.Declare.ExecuteAsync(viewer, new(ann.Id, jo.Id, Tie.Family, "We are cousins.", null, Day.AddDays(-9))))
            .ShouldBeOfType<RegisterChange.Done>()
            .Id;
        desk.Db.ChangeTracker.Clear();
        var end = new EndRelationship(desk.Db, desk.Writes, desk.Tokens);

        var clerk = await end.ExecuteAsync(desk.Clerk, new(id, Day));
        var other = await end.ExecuteAsync(await ViewerAsync(desk, jo), new(id, Day));
        var asFact = await new EndFact<DeclaredRelationship>(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(id, Day));
        var away = await end.ExecuteAsync(viewer, new(id, Day.AddDays(-10)));
        desk.Db.ChangeTracker.Clear();
        var own = await end.ExecuteAsync(viewer, new(id, Day));

        clerk.ShouldBeOfType<RegisterChange.Missing>();
        other.ShouldBeOfType<RegisterChange.Missing>();
        asFact.ShouldBeOfType<RegisterChange.Missing>();
        away.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Message.ShouldContain("never taken away");
        own.ShouldBeOfType<RegisterChange.Done>();
        desk.Db.ChangeTracker.Clear();
        (await desk.Relationships.SeenByAsync(viewer, ann.Id)).ShouldHaveSingleItem().Until.ShouldBe(Day);
        await Should.ThrowAsync<ChangedSinceOpenedException>(() => end.ExecuteAsync(viewer, new(id, Day)));
    }

    private static async Task<(Person Ann, Person Jo, Person Told, Person Monitoring)> PeopleAsync(RegisterDesk desk)
    {
        var ann = desk.Made.Member("Ann Reed", desk.Made.Ward("Northgate"));
        var (jo, _) = desk.Made.Post("Jo King", "Waste Officer", "officer");
        var told = desk.Made.Member("Lee Moss", desk.Made.Ward("Southgate"));
        var (monitoring, _) = desk.Made.Post("Dee Marsh", "Monitoring Officer", "monitoring-officer");
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        return (ann, jo, told, monitoring);
    }

    private static Task<Viewer> ViewerAsync(RegisterDesk desk, Person person) =>
        new Viewers(new CouncilNow(desk.Db, new KeptFacts()), desk.Tokens).OfAsync(person.Id, Day);
}
