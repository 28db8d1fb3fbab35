using Comity.Service.Concerns;
using Comity.Service.Concerns.Watch;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

/// <summary>What the tests of later acts do to a concern that was raised.</summary>
internal static class LaterActScene
{
    /// <summary>The night's work; how many acts were taken up.</summary>
    public static Task<int> WatchAsync(this TestCouncil council) =>
        council.DoAsync<WatchConcerns, int>(watch => watch.ExecuteAsync(default));

    public static async Task<IReadOnlyList<LaterAct>> LaterActsAsync(this HeardConcern concern) => (await concern.CourseAsync()).LaterActs;

    /// <summary>The acts that somebody is shown in all the concerns that they watch over.</summary>
    public static async Task<IReadOnlyList<LaterActsShown.Line>> ShownToAsync(this TestCouncil council, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<LaterActsShown, IReadOnlyList<LaterActsShown.Line>>(shown => shown.ToAsync(viewer, default));
    }

    /// <summary>A message of the member's that the officer leaves unanswered.</summary>
    public static async Task LeaveUnansweredAsync(this TestCouncil council, Guid? by = null)
    {
        var at = await council.AskedAsync();
        var owner = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner && party.EndedAt == null)
                .Where(party => db.Matters.Any(matter => matter.Id == party.MatterId && matter.Reference == at.Reference))
                .Select(party => party.PersonId!.Value)
                .SingleAsync()
        );
        owner.ShouldBe(by ?? council.People.Officer);
        (
            await council.ActAsync<LeaveUnanswered>(
                owner,
                (act, viewer) => act.ExecuteAsync(new(at, true, "It calls me names throughout."), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
    }

    public static Task<ActResult> ReportAsync(this HeardConcern concern, Guid as_, Guid? by, string words, DateOnly? on = null) =>
        concern.DoAsync<ReportLaterAct>(
            as_,
            (act, at, viewer) => act.ExecuteAsync(new(at, by, on ?? concern.Council.Clock.Today(), words, []), viewer, default)
        );

    public static Task<ActResult> LookAsync(this HeardConcern concern, Guid by, int number = 1, string did = LaterActLook.Spoke) =>
        concern.DoAsync<LookAtLaterAct>(
            by,
            (act, at, viewer) => act.ExecuteAsync(new(at, number, did, "I asked them; they gave a reason."), viewer, default)
        );

    /// <summary>The person leaves every office.</summary>
    public static Task<int> LeavesAsync(this TestCouncil council, Guid person)
    {
        var yesterday = council.Clock.Today().AddDays(-1);
        return council.ReadAsync(db =>
            db.Holdings.Where(held => held.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(held => held.Until, yesterday))
        );
    }
}
