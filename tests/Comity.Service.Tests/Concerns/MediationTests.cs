using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

public sealed class MediationTests
{
    private const string Together = "We meet on Thursday in the small room.";
    private const string Agreed = "They will ring each other first.";

    [Theory]
    [EveryDatabase]
    public async Task BringIn_SomebodyOfTheCouncil_ShowsThemBothSidesAndNothingElse(DatabaseKind kind)
    {
        await using var concern = await ToldAsync(kind);
        var people = concern.People;

        (await BringInAsync(concern, people.HousingOfficer, people.HousingOffice)).ShouldBeOfType<ActResult.Done>();

        var mediator = (await concern.SeenByAsync(people.HousingOfficer)).ShouldNotBeNull();
        mediator.IsMediator.ShouldBeTrue();
        mediator.IsHearer.ShouldBeFalse();
        var words = await concern.WordsForAsync(people.HousingOfficer);
        words.ShouldContain(HeardConcern.Happened);
        words.ShouldNotContain("I have it and will talk to both of you.");
        foreach (var side in new[] { people.Member, people.Officer, people.Manager, people.HousingOfficer })
        {
            (await concern.WordsForAsync(side)).ShouldContain(said => said.Contains(Together));
        }

        (await concern.DecideAsync(people.Manager)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("Say how that went first");
        (await EndAsync(concern, people.Member)).ShouldBeOfType<ActResult.NotThere>();
        (await EndAsync(concern, people.HousingOfficer)).ShouldBeOfType<ActResult.Done>();

        (await concern.SeenByAsync(people.HousingOfficer)).ShouldBeNull();
        foreach (var side in new[] { people.Member, people.Officer, people.Manager })
        {
            (await concern.WordsForAsync(side)).ShouldContain(said => said.Contains(Agreed));
        }

        (await concern.CourseAsync()).Mediations.ShouldHaveSingleItem().IsSettled.ShouldBe(true);
        (await concern.DecideAsync(people.Manager)).ShouldBeOfType<ActResult.Done>();
    }

    [Theory]
    [EveryDatabase]
    public async Task BringIn_WithoutConsentOrBeforeThePersonIsTold_IsRefused(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.TakeUpAsync(people.Manager);
        (await BringInAsync(concern, null, null, "Society of Local Council Clerks"))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldContain("Tell them first");

        await concern.TellAsync(people.Manager);
        (await BringInAsync(concern, null, null, "Society of Local Council Clerks"))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldContain("has not agreed to a mediator");
        (await concern.CourseAsync()).Mediations.ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task BringIn_APartyOrWhoeverHearsIt_IsRefused(DatabaseKind kind)
    {
        await using var concern = await ToldAsync(kind);
        var people = concern.People;
        var offices = await concern.Council.ReadAsync(db => db.Holdings.Select(held => new { held.PersonId, held.OfficeId }).ToListAsync());

        foreach (var person in new[] { people.Member, people.Officer, people.Manager })
        {
            (await BringInAsync(concern, person, offices.First(held => held.PersonId == person).OfficeId))
                .ShouldBeOfType<ActResult.Refused>()
                .Why.ShouldContain("may not mediate");
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task BringIn_SomebodyFromOutside_IsSaidToBothSidesAndSeesNothing(DatabaseKind kind)
    {
        await using var concern = await ToldAsync(kind);

        (await BringInAsync(concern, null, null, "Society of Local Council Clerks")).ShouldBeOfType<ActResult.Done>();

        (await concern.WordsForAsync(concern.People.Officer)).ShouldContain($"Society of Local Council Clerks: {Together}");
        (await BringInAsync(concern, null, null, "Somebody else")).ShouldBeOfType<ActResult.Refused>();
        (
            await concern.DoAsync<CloseConcern>(
                concern.People.Member,
                (act, at, viewer) => act.ExecuteAsync(new(at, "It is all right."), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        (await concern.CourseAsync()).MediationUnderWay.ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task KeepHeard_WhenTheMediatorLeaves_EndsTheMediationAlone(DatabaseKind kind)
    {
        await using var concern = await ToldAsync(kind);
        var people = concern.People;
        await BringInAsync(concern, people.HousingOfficer, people.HousingOffice);
        var yesterday = concern.Council.Clock.GetUtcNow().UtcDateTime.Date.AddDays(-1);
        await concern.Council.ReadAsync(db =>
            db.Holdings.Where(held => held.PersonId == people.HousingOfficer)
                .ExecuteUpdateAsync(set => set.SetProperty(held => held.Until, DateOnly.FromDateTime(yesterday)))
        );

        (await concern.Council.DoAsync<KeepConcernsHeard, int>(keep => keep.ExecuteAsync(default))).ShouldBe(0);

        (await concern.CourseAsync()).MediationUnderWay.ShouldBeNull();
        (await concern.SeenByAsync(people.Manager)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
    }

    private static async Task<HeardConcern> ToldAsync(DatabaseKind kind)
    {
        var concern = await HeardConcern.RaiseAsync(kind, request => request with { Consents = [ConcernConsent.Mediation] });
        await concern.TakeUpAsync(concern.People.Manager);
        await concern.TellAsync(concern.People.Manager);
        return concern;
    }

    private static Task<ActResult> BringInAsync(HeardConcern concern, Guid? person, Guid? office, string? outside = null) =>
        concern.DoAsync<BringInMediator>(
            concern.People.Manager,
            (act, at, viewer) => act.ExecuteAsync(new(at, person, office, outside, Together), viewer, default)
        );

    private static Task<ActResult> EndAsync(HeardConcern concern, Guid by) =>
        concern.DoAsync<EndMediation>(by, (act, at, viewer) => act.ExecuteAsync(new(at, IsSettled: true, Agreed), viewer, default));
}
