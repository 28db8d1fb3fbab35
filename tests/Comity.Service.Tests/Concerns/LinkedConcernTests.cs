using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

public sealed class LinkedConcernTests
{
    private const string Why = "The one answers the other.";

    [Theory]
    [EveryDatabase]
    public async Task Link_TwoThatTheSamePersonHears_KeepsItInBothAndShowsItToNobodyElse(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        await using var other = await HeardConcern.RaiseAsync(kind, by: concern.People.SameWardMember, council: concern.Council);

        (await LinkAsync(concern, concern.People.Manager, other.Reference)).ShouldBeOfType<ActResult.Done>();

        (await concern.CourseAsync()).Linked.ShouldHaveSingleItem().MatterId.ShouldBe(await IdOfAsync(other));
        (await other.CourseAsync()).Linked.ShouldHaveSingleItem().MatterId.ShouldBe(await IdOfAsync(concern));
        (await other.SeenByAsync(concern.People.Manager)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.WordsForAsync(concern.People.Member)).ShouldNotContain(Why);
        (await other.WordsForAsync(concern.People.SameWardMember)).ShouldNotContain(Why);
        (await LinkAsync(concern, concern.People.Manager, other.Reference)).ShouldBeOfType<ActResult.Refused>();
        (await LinkAsync(concern, concern.People.Manager, concern.Reference)).ShouldBeOfType<ActResult.Refused>();
        (await LinkAsync(concern, concern.People.Manager, "not one")).ShouldBeOfType<ActResult.Refused>();
    }

    [Theory]
    [EveryDatabase]
    public async Task Link_WhoeverRaisedItOrIsToldOfIt_CannotDoIt(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        await using var other = await HeardConcern.RaiseAsync(kind, by: concern.People.SameWardMember, council: concern.Council);
        await concern.TakeUpAsync(concern.People.Manager);
        await concern.TellAsync(concern.People.Manager);

        foreach (var person in new[] { concern.People.Member, concern.People.Officer, concern.People.MonitoringOfficer })
        {
            (await LinkAsync(concern, person, other.Reference)).ShouldBeOfType<ActResult.NotThere>();
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Link_AConcernAboutWhoeverHearsTheOther_PutsThatOneIntoOtherHandsAndLosesNothing(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.TakeUpAsync(people.Manager);
        await using var aboutHearer = await HeardConcern.RaiseAsync(
            kind,
            by: people.SameWardMember,
            council: concern.Council,
            about: people.Manager
        );
        (await aboutHearer.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.SeenByAsync(people.Director)).ShouldBeNull();

        (await LinkAsync(aboutHearer, people.Director, concern.Reference)).ShouldBeOfType<ActResult.Done>();

        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        (await aboutHearer.SeenByAsync(people.Manager)).ShouldBeNull();
        (await concern.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.WordsForAsync(people.Director)).ShouldContain(HeardConcern.Happened);
        (await concern.WordsForAsync(people.Member)).ShouldContain(HeardConcern.Happened);
        (await concern.CourseAsync()).Steps.Count.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task Link_AConcernThatIsNotThere_IsAnsweredAsOneThatIs(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        await using var walled = await HeardConcern.RaiseAsync(
            kind,
            by: concern.People.SameWardMember,
            council: concern.Council,
            about: concern.People.Manager
        );
        var (manager, missing) = (concern.People.Manager, PublicReference.New().Value);
        (await walled.SeenByAsync(manager)).ShouldBeNull();

        // Once and again, of one that is about whoever links it, and of none.
        foreach (var reference in new[] { walled.Reference, missing, walled.Reference, missing })
        {
            (await LinkAsync(concern, manager, reference)).ShouldBeOfType<ActResult.Done>();
            (await concern.SeenByAsync(manager)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        }

        (await walled.SeenByAsync(manager)).ShouldBeNull();
        (await walled.CourseAsync()).Linked.ShouldHaveSingleItem();
        (await walled.CourseAsync()).Shut.ShouldBe([concern.People.Officer, concern.People.Member], ignoreOrder: true);
    }

    [Theory]
    [EveryDatabase]
    public async Task Link_WithAVersionThatIsOld_SaysThatItHasChanged(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var at = await concern.AtAsync();
        await concern.TakeUpAsync(concern.People.Manager);

        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            concern.Council.ActAsync<LinkConcerns>(
                concern.People.Manager,
                (act, viewer) => act.ExecuteAsync(new(at, PublicReference.New().Value, Why), viewer, default)
            )
        );
    }

    private static Task<ActResult> LinkAsync(HeardConcern concern, Guid by, string other) =>
        concern.DoAsync<LinkConcerns>(by, (act, at, viewer) => act.ExecuteAsync(new(at, other, Why), viewer, default));

    private static Task<Guid> IdOfAsync(HeardConcern concern) =>
        concern.Council.ReadAsync(db => db.Matters.Where(row => row.Reference == concern.Reference).Select(row => row.Id).SingleAsync());
}
