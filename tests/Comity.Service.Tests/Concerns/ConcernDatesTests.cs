using Comity.Service.Arrangements;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

/// <summary>The council has settled that a concern is taken up within five working days and answered within five; it was raised on 2 April 2026, before Easter.</summary>
public sealed class ConcernDatesTests
{
    [Theory]
    [EveryDatabase]
    public async Task Remind_BeforeTheDayAndAfterIt_TellsBothSidesOnceAndNobodyElse(DatabaseKind kind)
    {
        await using var concern = await RaisedAsync(kind);
        (await RemindAsync(concern)).ShouldBe(0);

        // Five working days after 2 April end on 13 April: Good Friday and Easter Monday lie between.
        At(concern, 9);
        (await RemindAsync(concern)).ShouldBe(1);
        (await RemindAsync(concern)).ShouldBe(0);
        At(concern, 13);
        (await RemindAsync(concern)).ShouldBe(0);
        At(concern, 14);
        (await RemindAsync(concern)).ShouldBe(2);
        (await RemindAsync(concern)).ShouldBe(0);

        (await concern.SeenByAsync(concern.People.MonitoringOfficer)).ShouldBeNull();
        (await concern.SeenByAsync(concern.People.Director)).ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task Remind_OfAnAnswer_TellsThePersonAndThenWhoeverHearsIt(DatabaseKind kind)
    {
        await using var concern = await RaisedAsync(kind);
        await concern.TakeUpAsync(concern.People.Manager);
        (await RemindAsync(concern)).ShouldBe(0);
        await concern.TellAsync(concern.People.Manager);

        At(concern, 10);
        (await RemindAsync(concern)).ShouldBe(1);
        At(concern, 20);
        (await RemindAsync(concern)).ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task Remind_OfReplies_LeavesConcernsAlone(DatabaseKind kind)
    {
        await using var concern = await RaisedAsync(kind);
        At(concern, 20);

        (await concern.Council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default))).ShouldBe(0);

        (await concern.Council.ReadAsync(db => db.Duties.Select(duty => duty.EscalationStep).ToListAsync())).ShouldAllBe(step => step == 0);
    }

    [Theory]
    [EveryDatabase]
    public async Task AskAnother_WhenNobodyTookItUpInTime_GoesToTheNextAndNotBefore(DatabaseKind kind)
    {
        await using var concern = await RaisedAsync(kind);
        var people = concern.People;
        (await AskAnotherAsync(concern, people.Member)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("until Monday 13 April 2026");
        (await AskAnotherAsync(concern, people.Officer)).ShouldBeOfType<ActResult.NotThere>();
        (await AskAnotherAsync(concern, people.Manager)).ShouldBeOfType<ActResult.NotThere>();

        At(concern, 14);
        (await AskAnotherAsync(concern, people.Member)).ShouldBeOfType<ActResult.Done>();

        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        (await concern.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.CourseAsync()).Steps[0].Ending.ShouldBe("It was not taken up in time.");
        (await concern.WordsForAsync(people.Director)).ShouldContain("I have heard nothing.");

        // Taken up, it is no longer theirs to move in this way.
        await concern.TakeUpAsync(people.Director);
        (await AskAnotherAsync(concern, people.Member)).ShouldBeOfType<ActResult.NotThere>();
    }

    [Theory]
    [EveryDatabase]
    public async Task AskAnother_WhereNoDayIsSettled_SaysThatThereIsNone(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        At(concern, 30);

        (await AskAnotherAsync(concern, concern.People.Member)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("names a day");
    }

    private static async Task<HeardConcern> RaisedAsync(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        await council.ArrangeAsync(ArrangementKeys.ConcernTakenUp, "5");
        await council.ArrangeAsync(ArrangementKeys.ConcernAnswer, "5");
        return await HeardConcern.RaiseAsync(kind, council: council);
    }

    private static void At(HeardConcern concern, int dayOfApril) =>
        concern.Council.Clock.Set(new DateTime(2026, 4, dayOfApril, 9, 0, 0, DateTimeKind.Utc));

    private static Task<int> RemindAsync(HeardConcern concern) =>
        concern.Council.DoAsync<RemindConcerns, int>(remind => remind.ExecuteAsync(default));

    private static Task<ActResult> AskAnotherAsync(HeardConcern concern, Guid by) =>
        concern.DoAsync<AskAnotherHearer>(by, (act, at, viewer) => act.ExecuteAsync(new(at, "I have heard nothing."), viewer, default));
}
