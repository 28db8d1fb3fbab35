using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Concerns.Watch;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Tests.Content;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

/// <summary>Who is shown what is done afterwards to whoever raised a concern, when, and how often.</summary>
public sealed class LaterActTests
{
    private const string Words = "She cut my hours after the Marzipan supper.";

    [Theory]
    [EveryDatabase]
    public async Task Watch_AConcernTheOtherWayRound_ShowsTheMonitoringOfficerThatAndNoWordOfEither(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var (people, council) = (concern.People, concern.Council);
        var counter = await concern.RaiseAgainAsync(people.Officer, people.Member, Other);
        var mail = await MailAsync(council);

        (await council.WatchAsync()).ShouldBe(1);

        var act = (await concern.LaterActsAsync()).ShouldHaveSingleItem();
        (act.Kind, act.By, act.AfterTold, act.Through.Count).ShouldBe((AdverseAct.Concern.Key, people.Officer, false, 0));
        (await concern.SeenByAsync(people.MonitoringOfficer))
            .ShouldNotBeNull()
            .Granted.ShouldBe([Parts.Matter, Parts.LaterActs], ignoreOrder: true);
        (await concern.WordsForAsync(people.MonitoringOfficer)).ShouldBe([
            "Glen Officer raised a concern about Alex Member: 2 April 2026, 10:00. By then the person whom the concern is about had not been told of it here.",
        ]);
        (await SeenAsync(council, counter, people.MonitoringOfficer)).ShouldBeNull();
        (await NewMailAsync(council, mail)).ShouldHaveSingleItem().ShouldNotContain(concern.Reference);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_TellsNobodyElse(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var (people, council) = (concern.People, concern.Council);
        await council.LeaveUnansweredAsync();
        Guid[] others =
        [
            people.Officer,
            people.Director,
            people.Clerk,
            people.SameWardMember,
            people.OtherGroupMember,
            people.HousingOfficer,
        ];
        Guid[] inIt = [people.Member, people.Manager];
        var before = await Task.WhenAll(inIt.Select(person => WhatTheySeeAsync(concern, person)));

        await council.WatchAsync();

        (await Task.WhenAll(inIt.Select(person => WhatTheySeeAsync(concern, person)))).ShouldBe(before);
        foreach (var other in others)
        {
            (await concern.SeenByAsync(other)).ShouldBeNull();
            (await council.ShownToAsync(other)).ShouldBeEmpty();
        }

        // Nothing in what was left unanswered tells of it either.
        (
            await council.ReadAsync(db =>
                db.Messages.CountAsync(message => message.Part == Parts.LaterActs && message.Kind == WatchConcerns.Message)
            )
        ).ShouldBe(1);
        (await council.ReadAsync(db => db.MatterLinks.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_RunAgain_OrKilledBeforeItNotedHowFarItCame_TakesEachActUpOnce(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var council = concern.Council;
        await concern.RaiseAgainAsync(concern.People.Officer, concern.People.Member, Other);
        await council.LeaveUnansweredAsync();

        (await council.WatchAsync()).ShouldBe(2);
        (await council.WatchAsync()).ShouldBe(0);
        await council.ReadAsync(db => db.ConcernWatches.ExecuteUpdateAsync(set => set.SetProperty(row => row.LookedTo, 0)));
        (await council.WatchAsync()).ShouldBe(0);

        (await concern.LaterActsAsync()).Select(act => act.Number).ShouldBe([1, 2]);
        (await council.ShownToAsync(concern.People.MonitoringOfficer)).Count.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_KilledBetweenTwoActs_TakesUpTheOtherTheNextTime(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var council = concern.Council;
        await council.LeaveUnansweredAsync();
        (await council.WatchAsync()).ShouldBe(1);
        await council.LeaveUnansweredAsync();

        // As after a power cut: the first act is in the concern, and nothing says how far the record was read.
        await council.ReadAsync(db => db.ConcernWatches.ExecuteDeleteAsync());

        (await council.WatchAsync()).ShouldBe(1);
        (await concern.LaterActsAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_WhatCameBeforeTheConcern_IsNotTakenUpEvenWithinOneInstant(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        await council.LeaveUnansweredAsync();
        await using var concern = await HeardConcern.RaiseAsync(kind, council: council);

        (await council.WatchAsync()).ShouldBe(0);
        (await concern.LaterActsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_AnActAgainstSomebodyElse_OrBySomebodyElse_IsNotTakenUp(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        await concern.RaiseAgainAsync(concern.People.Officer, concern.People.SameWardMember, Other);
        await concern.RaiseAgainAsync(concern.People.HousingOfficer, concern.People.Member, Other);

        (await concern.Council.WatchAsync()).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    [Norm("town/5/d")]
    public async Task Watch_AConcernThatEndedYearsAgo_HasNoTimeLimit(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(
            kind,
            council: await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town")),
            change: Stated
        );
        var (people, council) = (concern.People, concern.Council);
        (
            await concern.DoAsync<CloseConcern>(
                people.Member,
                (act, at, viewer) => act.ExecuteAsync(new(at, "Let it rest."), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        (await council.WatchAsync()).ShouldBe(0);
        council.Clock.Advance(TimeSpan.FromDays(1000));
        await concern.RaiseAgainAsync(people.Officer, people.Member, Stated);

        (await council.WatchAsync()).ShouldBe(1);

        var act = (await concern.LaterActsAsync()).ShouldHaveSingleItem();
        var says = await council.DoAsync<LaterActRules, LaterActSays>(rules =>
            rules.SaysAsync(people.Member, people.Officer, act.On, default)
        );
        says.Clauses.Select(clause => clause.Citation.Norm).ShouldBe(["town/4.2/h"]);
        says.IfForTheLaw.ShouldContain(clause => clause.Citation.Norm == "town/5/d" && clause.Text.Contains("now or in the past"));
    }

    [Theory]
    [InlineData("wigan", "", "does not mention punishing")]
    [InlineData("borough", "", "does not mention punishing")]
    [InlineData("generic", "", "does not mention punishing")]
    [InlineData("west-lavington", "west-lavington/2.4/g", null)]
    [Norm("west-lavington/2.4/g")]
    public async Task Say_WhatTheProtocolSays_OrThatItSaysNothing(string protocol, string norms, string? silence)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));

        var says = await council.DoAsync<LaterActRules, LaterActSays>(rules =>
            rules.SaysAsync(council.People.Member, council.People.Officer, council.Clock.Today(), default)
        );

        string.Join(' ', says.Clauses.Select(clause => clause.Citation.Norm)).ShouldBe(norms);
        (says.Silence?.Contains(silence ?? "", StringComparison.Ordinal)).ShouldBe(silence is null ? null : true);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_SaysWhetherThePersonHadBeenToldByThen(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var (people, council) = (concern.People, concern.Council);
        await council.LeaveUnansweredAsync();
        council.Clock.Advance(TimeSpan.FromHours(1));
        await concern.TakeUpAsync(people.Manager);
        await concern.TellAsync(people.Manager);
        council.Clock.Advance(TimeSpan.FromHours(1));
        await council.LeaveUnansweredAsync();

        await council.WatchAsync();

        (await concern.LaterActsAsync()).Select(act => act.AfterTold).ShouldBe([false, true]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_WhereTheMonitoringOfficerIsAParty_OrDidItThemselves_GoesToTheNext(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        var people = council.People;
        await using var concern = await HeardConcern.RaiseAsync(kind, council: council, about: people.MonitoringOfficer);
        await concern.RaiseAgainAsync(people.MonitoringOfficer, people.Member, Other);

        (await council.WatchAsync()).ShouldBe(1);

        (await council.ShownToAsync(people.Clerk)).ShouldHaveSingleItem();
        (await council.ShownToAsync(people.MonitoringOfficer)).ShouldBeEmpty();
        (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_SomebodyDeclaredToBeClose_IsLookedAtTooByWhoeverMayKnowIt(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var (people, council) = (concern.People, concern.Council);
        await DeclareAsync(council, people.HousingOfficer, people.Officer);
        await concern.RaiseAgainAsync(people.HousingOfficer, people.Member, Other);

        (await council.WatchAsync()).ShouldBe(1);

        var act = (await concern.LaterActsAsync()).ShouldHaveSingleItem();
        (act.By, act.Through.Count).ShouldBe((people.HousingOfficer, 1));
        (await council.ShownToAsync(people.MonitoringOfficer)).ShouldHaveSingleItem();

        // Whoever comes after the Monitoring Officer may not see the declaration, and so not the act: until there is another Monitoring Officer nobody does.
        await council.LeavesAsync(people.MonitoringOfficer);
        await council.WatchAsync();
        (await council.ShownToAsync(people.Clerk)).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_SomebodyCloseWhomNobodyMayKnowToBeSo_IsNotTakenUp(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        var people = council.People;
        await using var concern = await HeardConcern.RaiseAsync(kind, council: council, about: people.MonitoringOfficer);
        await DeclareAsync(council, people.HousingOfficer, people.MonitoringOfficer);
        await concern.RaiseAgainAsync(people.HousingOfficer, people.Member, Other);

        (await council.WatchAsync()).ShouldBe(0);

        (await council.ShownToAsync(people.Clerk)).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_WhenWhoeverWatchesOverItLeaves_HandsWhatIsOpenOnAndTakesItAway(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var (people, council) = (concern.People, concern.Council);
        await council.LeaveUnansweredAsync();
        await council.WatchAsync();
        await council.LeavesAsync(people.MonitoringOfficer);

        await council.WatchAsync();

        (await council.ShownToAsync(people.Clerk)).ShouldHaveSingleItem();
        (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldBeNull();
        var version = (await concern.AtAsync()).Version;
        await council.WatchAsync();
        (await concern.AtAsync()).Version.ShouldBe(version);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_WhoeverAlsoHadTheConcernAndHasItNoLonger_WatchesOverItAllTheSame(DatabaseKind kind)
    {
        // The protocol leads to nobody with one member about another: the Monitoring Officer is asked who hears it, and watches over it, too.
        var council = await TestCouncil.CreateAsync(kind);
        var people = council.People;
        await using var concern = await HeardConcern.RaiseAsync(kind, council: council, about: people.OtherGroupMember);
        await concern.RaiseAgainAsync(people.OtherGroupMember, people.Member, Other);
        (await council.WatchAsync()).ShouldBe(1);
        (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldNotBeNull().SaysWhoHears.ShouldBeTrue();
        (
            await concern.DoAsync<NameHearer>(
                people.MonitoringOfficer,
                (act, at, viewer) => act.ExecuteAsync(new(at, people.HousingOfficer, people.HousingOffice, "Minute 41"), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();

        (await council.WatchAsync()).ShouldBe(0);

        (await council.ShownToAsync(people.MonitoringOfficer)).ShouldHaveSingleItem();
        var seen = (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldNotBeNull();
        (seen.SaysWhoHears, seen.WatchesOver).ShouldBe((false, true));
        seen.Granted.ShouldBe([Parts.Matter, Parts.LaterActs], ignoreOrder: true);
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_WhereNobodyMayBeShownIt_KeepsItUntilSomebodyMay(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var (people, council) = (concern.People, concern.Council);
        await council.LeavesAsync(people.MonitoringOfficer);
        await council.LeavesAsync(people.Clerk);
        await council.LeaveUnansweredAsync();
        (await council.WatchAsync()).ShouldBe(1);
        (await concern.CourseAsync()).Watcher.ShouldBeNull();

        await council.ReadAsync(db =>
            db.Holdings.Where(held => held.PersonId == people.MonitoringOfficer)
                .ExecuteUpdateAsync(set => set.SetProperty(held => held.Until, (DateOnly?)null))
        );
        await council.WatchAsync();

        (await council.ShownToAsync(people.MonitoringOfficer)).ShouldHaveSingleItem();
    }

    [Theory]
    [EveryDatabase]
    public async Task Watch_WhileSomebodyActs_ChangesTheConcernUnderThem(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var seen = await concern.AtAsync();
        await concern.Council.LeaveUnansweredAsync();
        await concern.Council.WatchAsync();

        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            concern.Council.ActAsync<StepAside>(concern.People.Manager, (act, viewer) => act.ExecuteAsync(new(seen, null), viewer, default))
        );
        (await concern.TakeUpAsync(concern.People.Manager)).ShouldBeOfType<ActResult.Done>();
        (await concern.LaterActsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Report_GoesToWhoeverWatchesOverItAndNotToWhoeverHearsIt(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;

        (await concern.ReportAsync(people.Member, people.Manager, Words)).ShouldBeOfType<ActResult.Done>();

        (await concern.WordsForAsync(people.MonitoringOfficer)).ShouldBe([Words]);
        (await concern.WordsForAsync(people.Manager)).ShouldNotContain(Words);
        (await concern.SeenByAsync(people.Officer)).ShouldBeNull();
        foreach (var other in new[] { people.Manager, people.Officer, people.SameWardMember, people.MonitoringOfficer })
        {
            (await concern.ReportAsync(other, people.Member, Words)).ShouldBeOfType<ActResult.NotThere>();
        }

        (
            await concern.ReportAsync(people.Member, people.Officer, Words, concern.Council.Clock.Today().AddDays(1))
        ).ShouldBeOfType<ActResult.Refused>();
        (await concern.ReportAsync(people.Member, people.Member, Words)).ShouldBeOfType<ActResult.Refused>();
    }

    [Theory]
    [EveryDatabase]
    public async Task Report_OfTheMonitoringOfficer_TakesAllOfItOutOfTheirHands(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.Council.LeaveUnansweredAsync();
        await concern.Council.WatchAsync();
        (await concern.Council.ShownToAsync(people.MonitoringOfficer)).ShouldHaveSingleItem();

        (await concern.ReportAsync(people.Member, people.MonitoringOfficer, Words)).ShouldBeOfType<ActResult.Done>();

        (await concern.SeenByAsync(people.MonitoringOfficer)).ShouldBeNull();
        (await concern.Council.ShownToAsync(people.Clerk)).Count.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task LookAt_IsForWhoeverWatchesOverIt_Once(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.ReportAsync(people.Member, null, Words);
        foreach (var other in new[] { people.Manager, people.Officer, people.Member, people.Clerk })
        {
            (await concern.LookAsync(other)).ShouldBeOfType<ActResult.NotThere>();
        }

        (await concern.LookAsync(people.MonitoringOfficer, number: 2)).ShouldBeOfType<ActResult.NotThere>();
        (await concern.LookAsync(people.MonitoringOfficer, did: "shrug")).ShouldBeOfType<ActResult.Refused>();
        (await concern.LookAsync(people.MonitoringOfficer)).ShouldBeOfType<ActResult.Done>();
        (await concern.LookAsync(people.MonitoringOfficer)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("already");

        (await concern.LaterActsAsync())[0].Look.ShouldNotBeNull().Did.ShouldBe(LaterActLook.Spoke);
        (await concern.WordsForAsync(people.Manager)).ShouldNotContain(word => word.Contains("gave a reason"));
    }

    [Theory]
    [EveryDatabase]
    public async Task LookAt_ByWhoeverHasJustBecomeClose_IsRefused(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        await concern.ReportAsync(people.Member, people.Officer, Words);
        await DeclareAsync(concern.Council, people.MonitoringOfficer, people.Officer);

        (await concern.LookAsync(people.MonitoringOfficer)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("somebody else");
    }

    [Theory]
    [EveryDatabase]
    public async Task Steal_every_row_shows_no_word_and_no_name_of_a_later_act(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        var people = council.People;
        var before = (await StolenRow.AllAsync(council.Database)).Select(row => (row.Table, row.Text)).ToHashSet();
        await using var concern = await HeardConcern.RaiseAsync(kind, council: council);
        await concern.RaiseAgainAsync(people.Officer, people.Member, Other);
        await council.WatchAsync();
        await concern.ReportAsync(people.Member, people.Officer, Words);
        await concern.LookAsync(people.MonitoringOfficer);

        var left = (await StolenRow.AllAsync(council.Database)).Where(row => !before.Contains((row.Table, row.Text))).ToList();

        left.ShouldContain(row => row.Table == "concern_watches");
        foreach (
            var told in new[] { "Marzipan", "gave a reason", "raised a concern about", "Alex Member", "Glen Officer", "Jo Monitoring" }
        )
        {
            left.Where(row => row.Contains(told)).Select(row => $"{row.Table}: {told}").ShouldBeEmpty();
        }

        Guid[] parties = [people.Member, people.Officer, people.MonitoringOfficer];
        left.Where(row => parties.Any(row.Names)).Select(row => row.Table).ShouldBeEmpty();
    }

    private static RaiseConcernRequest Other(RaiseConcernRequest request) => request with { WhatHappened = "He was rude to me, too." };

    private static RaiseConcernRequest Stated(RaiseConcernRequest request) =>
        request with
        {
            Facts = new Dictionary<string, string> { ["evidence-stated"] = "yes" },
        };

    private static async Task DeclareAsync(TestCouncil council, Guid person, Guid other)
    {
        var viewer = await council.ViewerAsync(person);
        (
            await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
                declare.ExecuteAsync(
                    viewer,
                    new DeclareRelationshipRequest(person, other, Tie.Family, "We are cousins.", null, new DateOnly(2025, 1, 1)),
                    default
                )
            )
        ).ShouldBeOfType<RegisterChange.Done>();
    }

    private static async Task<ConcernSeen?> SeenAsync(TestCouncil council, string reference, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<ConcernMatters, ConcernSeen?>(concerns => concerns.FindAsync(reference, viewer, default));
    }

    private static async Task<string> WhatTheySeeAsync(HeardConcern concern, Guid person)
    {
        var seen = (await concern.SeenByAsync(person)).ShouldNotBeNull();
        return $"{string.Join(',', seen.Granted.Order())} {string.Join(',', seen.Places.Order())} {string.Join('|', await concern.WordsForAsync(person))}";
    }

    private static Task<List<Guid>> MailAsync(TestCouncil council) =>
        council.ReadAsync(db => db.Outbox.Select(mail => mail.Id).ToListAsync());

    private static Task<List<string>> NewMailAsync(TestCouncil council, List<Guid> before) =>
        council.ReadAsync(db =>
            db.Outbox.Where(mail => !before.Contains(mail.Id)).Select(mail => mail.Subject + " " + mail.Body).ToListAsync()
        );
}
