using Comity.Service.Arrangements;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

public sealed class HearingTests
{
    [Theory]
    [EveryDatabase]
    [Norm("wigan/5.1/a")]
    public async Task Raise_ABreachByAnOfficer_IsHeardByTheLineManagerAndNobodyElseSeesIt(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;

        var heard = (await concern.SeenByAsync(people.Manager)).ShouldNotBeNull();
        heard.IsHearer.ShouldBeTrue();
        heard.Granted.ShouldBe(Parts.OfHearing, ignoreOrder: true);
        (await concern.WordsForAsync(people.Manager)).ShouldContain(HeardConcern.Happened);
        (await concern.SeenByAsync(people.Member)).ShouldNotBeNull().IsRaiser.ShouldBeTrue();
        foreach (var other in new[] { people.Officer, people.Director, people.MonitoringOfficer, people.Clerk, people.SameWardMember })
        {
            (await concern.SeenByAsync(other)).ShouldBeNull();
        }
    }

    [Theory]
    [EveryDatabase]
    [Norm("wigan/4.1/f")]
    [Norm("wigan/4.1/g")]
    public async Task Ask_AboutConduct_HasTheTalkFirstAndTheLineManagerAfterIt(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var about = new ConcernCase(
            "raise-concern",
            concern.People.Member,
            concern.People.Officer,
            new Dictionary<string, string>(),
            concern.Council.Clock.Today()
        );

        (await concern.AskAsync(about)).Doors.ShouldHaveSingleItem().IsTalk.ShouldBeTrue();

        var without = await concern.AskAsync(about with { UnresolvedAt = "direct-discussion" });
        without.Doors.ShouldHaveSingleItem().Hearers.ShouldHaveSingleItem().PersonId.ShouldBe(concern.People.Manager);
    }

    [Theory]
    [EveryDatabase]
    public async Task TellSubject_OpensWhatIsNamedAndNothingBesides(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        (await concern.TakeUpAsync(people.Manager)).ShouldBeOfType<ActResult.Done>();
        (await concern.SeenByAsync(people.Officer)).ShouldBeNull();

        (await concern.TellAsync(people.Manager)).ShouldBeOfType<ActResult.Done>();

        var told = (await concern.SeenByAsync(people.Officer)).ShouldNotBeNull();
        told.IsSubject.ShouldBeTrue();
        told.Granted.ShouldBe([Parts.Matter, Parts.Told, Parts.Answer], ignoreOrder: true);
        (await concern.WordsForAsync(people.Officer)).ShouldBe(["It is said that you raised your voice."]);
    }

    [Theory]
    [EveryDatabase]
    public async Task TellSubject_PassesTheNameOnWithConsentAlone(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.TakeUpAsync(people.Manager);

        (await concern.TellAsync(people.Manager, Parts.Raiser)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("has not agreed");
        (await concern.SeenByAsync(people.Officer)).ShouldBeNull();

        (
            await concern.DoAsync<ChangeConsent>(
                people.Member,
                (act, at, viewer) => act.ExecuteAsync(new(at, [ConcernConsent.Name]), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        (await concern.TellAsync(people.Manager, Parts.Raiser)).ShouldBeOfType<ActResult.Done>();
        (await concern.SeenByAsync(people.Officer)).ShouldNotBeNull().MaySee(Parts.Raiser).ShouldBeTrue();
        (await concern.DoAsync<ChangeConsent>(people.Member, (act, at, viewer) => act.ExecuteAsync(new(at, []), viewer, default)))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldContain("passed on already");
    }

    [Theory]
    [EveryDatabase]
    [Norm("wigan/5.1/b")]
    [Norm("wigan/5.1/c")]
    public async Task MoveOn_GoesUpTheLineStepByStepUntilTheProtocolEnds(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;

        // The council has no assistant director: that step is a gap, and the director comes next.
        (await MoveOnAsync(concern, people.Member)).ShouldBeOfType<ActResult.Done>();
        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        (await concern.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.CourseAsync()).PassedStages.ShouldBe(["line-manager"]);

        // Beyond the director the protocol names nobody: the Monitoring Officer says who hears it, and reads no word.
        (await MoveOnAsync(concern, people.Member)).ShouldBeOfType<ActResult.Done>();
        var asked = (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldNotBeNull();
        asked.SaysWhoHears.ShouldBeTrue();
        asked.Granted.ShouldBe([Parts.Matter, Parts.Raiser], ignoreOrder: true);
        (await concern.WordsForAsync(people.MonitoringOfficer)).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task NameHearer_TakesNobodyWhoIsAParty_AndShowsTheCouncilsOwnDecision(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await MoveOnAsync(concern, people.Member);
        await MoveOnAsync(concern, people.Member);

        (await NameAsync(concern, people.Officer, people.OfficerOffice)).ShouldBeOfType<ActResult.Refused>();
        (await NameAsync(concern, people.HousingOfficer, people.HousingOffice)).ShouldBeOfType<ActResult.Done>();

        (await concern.SeenByAsync(people.HousingOfficer)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldBeNull();
        (await concern.CourseAsync()).Step.Norm.ShouldBe("arrangement: Council 12 March 2026, minute 41");
    }

    [Theory]
    [EveryDatabase]
    public async Task StepAside_PutsTheNextInPlaceAndShutsTheDoorBehind(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;

        (
            await concern.DoAsync<StepAside>(people.Manager, (act, at, viewer) => act.ExecuteAsync(new(at, null), viewer, default))
        ).ShouldBeOfType<ActResult.Done>();

        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        (await concern.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.WordsForAsync(people.Director)).ShouldContain(HeardConcern.Happened);
    }

    [Theory]
    [EveryDatabase]
    public async Task KeepHeard_WhenTheHearerLeavesTheOffice_PassesItOnAndLosesNothing(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.TakeUpAsync(people.Manager);
        var yesterday = concern.Council.Clock.Today().AddDays(-1);
        await concern.Council.ReadAsync(db =>
            db.Holdings.Where(held => held.PersonId == people.Manager)
                .ExecuteUpdateAsync(set => set.SetProperty(held => held.Until, yesterday))
        );

        // Before anything is passed on, whoever left sees it no longer, and whoever holds the office next does not see it for that.
        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();

        (await concern.Council.DoAsync<KeepConcernsHeard, int>(keep => keep.ExecuteAsync(default))).ShouldBe(1);
        (await concern.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.WordsForAsync(people.Director)).ShouldContain(HeardConcern.Happened);
        (await concern.Council.DoAsync<KeepConcernsHeard, int>(keep => keep.ExecuteAsync(default))).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task KeepHeard_WhenTheHearerIsSuspendedForAWhile_PassesItOnAndDoesNotGiveItBack(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var (people, council) = (concern.People, concern.Council);
        await concern.TakeUpAsync(people.Manager);
        var held = await council.ReadAsync(db => db.Holdings.AsNoTracking().SingleAsync(row => row.PersonId == people.Manager));
        var clerk = await council.ViewerAsync(people.Clerk);
        var today = council.Clock.Today();
        (
            await council.DoAsync<ChangeDays<Holding>, RegisterChange>(change =>
                change.ExecuteAsync(clerk, new ChangeDaysRequest(held.Id, held.From, today.AddDays(-1)))
            )
        ).ShouldBeOfType<RegisterChange.Done>();

        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        (await council.DoAsync<KeepConcernsHeard, int>(keep => keep.ExecuteAsync(default))).ShouldBe(1);
        (await concern.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();

        council.Clock.Advance(TimeSpan.FromDays(20));
        (
            await council.DoAsync<StartHolding, RegisterChange>(start =>
                start.ExecuteAsync(clerk, new StartHoldingRequest(held.OfficeId, people.Manager, council.Clock.Today(), null, null))
            )
        ).ShouldBeOfType<RegisterChange.Done>();
        (await council.DoAsync<KeepConcernsHeard, int>(keep => keep.ExecuteAsync(default))).ShouldBe(0);
        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        (await concern.WordsForAsync(people.Director)).ShouldContain(HeardConcern.Happened);
    }

    [Theory]
    [EveryDatabase]
    public async Task KeepHeard_WhenTheSubjectTakesTheHearersOffice_NeverShowsItToThem(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        var office = (await concern.CourseAsync()).Step.Hearers[0].OfficeId;
        var today = concern.Council.Clock.Today();
        await concern.Council.ReadAsync(async db =>
        {
            await db
                .Holdings.Where(held => held.PersonId == people.Manager)
                .ExecuteUpdateAsync(set => set.SetProperty(held => held.Until, today.AddDays(-1)));
            return await db
                .Holdings.Where(held => held.PersonId == people.Officer)
                .ExecuteUpdateAsync(set => set.SetProperty(held => held.OfficeId, office));
        });

        (await concern.SeenByAsync(people.Officer)).ShouldBeNull();
        await concern.Council.DoAsync<KeepConcernsHeard, int>(keep => keep.ExecuteAsync(default));
        (await concern.SeenByAsync(people.Officer)).ShouldBeNull();
        (await concern.CourseAsync()).Step.Hearers.ShouldNotContain(hearer => hearer.PersonId == people.Officer);
    }

    [Theory]
    [EveryDatabase]
    public async Task KeepHeard_WhenTheHearerIsDeclaredCloseToAParty_PassesItOn(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        var monitoring = await concern.Council.ViewerAsync(people.MonitoringOfficer);
        await concern.Council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(
                monitoring,
                new DeclareRelationshipRequest(
                    people.Manager,
                    people.Officer,
                    Tie.Family,
                    "They are cousins.",
                    null,
                    new DateOnly(2025, 1, 1)
                ),
                default
            )
        );

        // Until the job takes it from them they still have it, and do nothing in it.
        (await concern.TakeUpAsync(people.Manager))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldContain("close to one");

        (await concern.Council.DoAsync<KeepConcernsHeard, int>(keep => keep.ExecuteAsync(default))).ShouldBe(1);
        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        (await concern.SeenByAsync(people.Director)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
    }

    [Theory]
    [EveryDatabase]
    public async Task MoveOn_MakesItFormalWithConsentOrALawAlone(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;

        (await MoveOnAsync(concern, people.Manager, formal: true)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("consent");
        (await concern.CourseAsync()).IsFormal.ShouldBeFalse();

        (
            await MoveOnAsync(concern, people.Manager, formal: true, law: "Health and Safety at Work etc. Act 1974, s.2")
        ).ShouldBeOfType<ActResult.Done>();
        (await concern.CourseAsync()).IsFormal.ShouldBeTrue();
        (await concern.WordsForAsync(people.Member)).ShouldContain("Health and Safety at Work etc. Act 1974, s.2");
    }

    [Theory]
    [EveryDatabase]
    public async Task Decide_IsReadByBothSidesOnlyIfTheSubjectWasTold(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        (await concern.DecideAsync(people.Manager)).ShouldBeOfType<ActResult.NotThere>();
        await concern.TakeUpAsync(people.Manager);
        (await concern.DecideAsync(people.Manager)).ShouldBeOfType<ActResult.Done>();

        (await concern.WordsForAsync(people.Member)).ShouldContain("Both have talked.");
        (await concern.SeenByAsync(people.Officer)).ShouldBeNull();

        // Whoever hears it and whoever raised it, and no third.
        (await concern.Council.ReadAsync(db => db.Grants.CountAsync(grant => grant.Part == Parts.Outcome))).ShouldBe(2);
        (await concern.Council.ReadAsync(db => db.Duties.CountAsync(duty => duty.State == DutyState.Owed))).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task Review_IsOnlyWhereTheCouncilHasSettledIt_AndNeverByWhoeverDecided(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.TakeUpAsync(people.Manager);
        await concern.DecideAsync(people.Manager);
        (await AskReviewAsync(concern)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("no appeal");

        await concern.Council.ArrangeAsync(ArrangementKeys.ConcernReview, "monitoring-officer");
        (await AskReviewAsync(concern)).ShouldBeOfType<ActResult.Done>();
        (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
        (await concern.SeenByAsync(people.Manager)).ShouldBeNull();
        await concern.TakeUpAsync(people.MonitoringOfficer);
        (await concern.DecideAsync(people.MonitoringOfficer)).ShouldBeOfType<ActResult.Done>();
        (await AskReviewAsync(concern)).ShouldBeOfType<ActResult.Refused>();
    }

    [Theory]
    [EveryDatabase]
    public async Task Act_OfTwoAtOnce_OneIsToldThatItChanged(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        var seen = await concern.AtAsync();
        (await concern.TakeUpAsync(people.Manager)).ShouldBeOfType<ActResult.Done>();

        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            concern.Council.ActAsync<StepAside>(people.Manager, (act, viewer) => act.ExecuteAsync(new(seen, null), viewer, default))
        );
        (await concern.SeenByAsync(people.Manager)).ShouldNotBeNull().IsHearer.ShouldBeTrue();
    }

    [Theory]
    [EveryDatabase]
    public async Task Withdraw_IsForWhoeverRaisedIt_AndEndsWhatIsOwed(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        (
            await concern.DoAsync<CloseConcern>(
                concern.People.Manager,
                (act, at, viewer) => act.ExecuteAsync(new(at, "No."), viewer, default)
            )
        ).ShouldBeOfType<ActResult.NotThere>();
        (
            await concern.DoAsync<CloseConcern>(
                concern.People.Member,
                (act, at, viewer) => act.ExecuteAsync(new(at, "We have talked."), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        (await concern.Council.ReadAsync(db => db.Duties.CountAsync(duty => duty.State == DutyState.Owed))).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    [Norm("wigan/5.3/b")]
    public async Task MoveOn_ToAStatutoryOfficerBeforeAnythingWasTried_WantsAReason(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        await using var concern = await HeardConcern.RaiseAsync(
            kind,
            by: council.People.Officer,
            council: council,
            about: council.People.Member
        );
        var serious = new Dictionary<string, string> { ["sufficiently-serious"] = "yes" };
        var after = await council.DoAsync<MoveConcernOn, ConcernAnswer>(async act =>
            await act.AfterAsync(await concern.CourseAsync(), serious, council.Clock.Today(), default)
        );

        (await GoOnAsync(null)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("wigan/5.3/b");
        (await GoOnAsync("It cannot wait for a talk.")).ShouldBeOfType<ActResult.Done>();
        (await concern.SeenByAsync(council.People.MonitoringOfficer)).ShouldNotBeNull().IsHearer.ShouldBeTrue();

        Task<ActResult> GoOnAsync(string? untried) =>
            concern.DoAsync<MoveConcernOn>(
                council.People.Officer,
                (act, at, viewer) =>
                    act.ExecuteAsync(
                        new(at, "It is too serious.", after.Doors[0].Key, false, null) { Facts = serious, Untried = untried },
                        viewer,
                        default
                    )
            );
    }

    [Theory]
    [EveryDatabase]
    public async Task Count_WhatCameBefore_CountsWhatTheViewerMaySeeAndNothingElse(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.RaiseAgainAsync(people.Member, people.Officer);
        await concern.RaiseAgainAsync(people.SameWardMember, people.Officer);
        await concern.RaiseAgainAsync(people.Member, people.OtherGroupMember);
        await concern.RaiseAgainAsync(people.Officer, people.Member);

        // The line manager hears all but the one about another member, which nobody hears yet.
        (await CountAsync(people.Manager)).ShouldBe(new CountedBefore(2, 3, 2, 1));
        (await CountAsync(people.Member)).ShouldBe(new CountedBefore(3, 2, 2, 0));
        (await CountAsync(people.Clerk)).IsNone.ShouldBeTrue();

        async Task<CountedBefore> CountAsync(Guid person)
        {
            var viewer = await concern.Council.ViewerAsync(person);
            return await concern.Council.DoAsync<ConcernsBefore, CountedBefore>(before =>
                before.CountAsync(viewer, people.Member, people.Officer, null, default)
            );
        }
    }

    private static async Task<ActResult> MoveOnAsync(HeardConcern concern, Guid by, bool formal = false, string? law = null)
    {
        var course = await concern.CourseAsync();
        var after = await concern.Council.DoAsync<MoveConcernOn, ConcernAnswer>(act =>
            act.AfterAsync(course, new Dictionary<string, string>(), concern.Council.Clock.Today(), default)
        );
        return await concern.DoAsync<MoveConcernOn>(
            by,
            (act, at, viewer) =>
                act.ExecuteAsync(
                    new(at, "We could not agree.", after.Doors is [var door, ..] ? door.Key : null, formal, law),
                    viewer,
                    default
                )
        );
    }

    private static Task<ActResult> NameAsync(HeardConcern concern, Guid person, Guid office) =>
        concern.DoAsync<NameHearer>(
            concern.People.MonitoringOfficer,
            (act, at, viewer) => act.ExecuteAsync(new(at, person, office, "Council 12 March 2026, minute 41"), viewer, default)
        );

    private static Task<ActResult> AskReviewAsync(HeardConcern concern) =>
        concern.DoAsync<AskConcernReview>(
            concern.People.Member,
            (act, at, viewer) => act.ExecuteAsync(new(at, "The reasons leave out what was said."), viewer, default)
        );
}
