using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Service.Tests.Information;

/// <summary>An access law's time beside the protocol's own: two rights, two dates.</summary>
public sealed class StatutoryClockTests
{
    [Theory, EveryDatabase]
    [Norm("wigan/6.7/a")]
    public async Task Count_UnderTheAct_OwesBothAndTheUkCalendarCountsTheSecond(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        (await CountAsync(scene, "foia")).ShouldBeOfType<ActResult.Done>();

        // 2 April 2026: ten working days of England to the 20th; twenty that are working days in every part of the UK, past Good Friday, Easter Monday and early May.
        var duties = (await scene.Council.MatterAsync(scene.Reference)).Duties;
        duties.Single(duty => duty.Kind == EnquiryRules.ReplyDuty).DueOn.ShouldBe(new DateOnly(2026, 4, 20));
        var byLaw = duties.Single(duty => duty.Kind == StatutoryClock.Duty);
        (byLaw.DueOn, byLaw.Source).ShouldBe((new DateOnly(2026, 5, 5), "FOIA s.10(1)"));
        (await scene.DecidedByAsync()).ShouldContain(text => text.Contains("foi/s.10/a"));
        (await scene.DecidedByAsync()).ShouldContain(text => text.Contains("wigan/6.7/a"));
        (await CountAsync(scene, "eir")).ShouldBeOfType<ActResult.Refused>();
    }

    [Theory, EveryDatabase]
    public async Task Clarify_BeginsTheActsTimeAgainAndLeavesTheProtocolsRunning(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await CountAsync(scene, "foia");
        (await MoveAsync(scene, StatutoryMove.AskToClarify, scene.Owner)).ShouldBeOfType<ActResult.Done>();
        (await DutyAsync(scene)).DueOn.ShouldBeNull();
        (await MoveAsync(scene, StatutoryMove.AskToClarify, scene.Owner)).ShouldBeOfType<ActResult.Refused>();

        scene.Council.Clock.Set(new DateTime(2026, 4, 9, 9, 0, 0, DateTimeKind.Utc));
        (await MoveAsync(scene, StatutoryMove.Clarify, scene.Council.People.Member)).ShouldBeOfType<ActResult.Done>();

        // Twenty from 9 April, past the early May holiday; nothing of the first run is kept.
        (await DutyAsync(scene)).DueOn.ShouldBe(new DateOnly(2026, 5, 8));
        var reply = (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == EnquiryRules.ReplyDuty);
        reply.DueOn.ShouldBe(new DateOnly(2026, 4, 20));
        reply.Ledger.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task TakeMoreTime_UnderTheRegulations_GoesToFortyDaysAndNoFurther(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await CountAsync(scene, "eir");

        (await MoveAsync(scene, StatutoryMove.MoreTime, scene.Owner, new DateOnly(2026, 6, 8)))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("EIR reg.7(1)");
        (await MoveAsync(scene, StatutoryMove.MoreTime, scene.Owner, new DateOnly(2026, 6, 3))).ShouldBeOfType<ActResult.Done>();

        (await DutyAsync(scene)).DueOn.ShouldBe(new DateOnly(2026, 6, 3));
        (
            await scene.Council.DoAsync<RecountDuties, IReadOnlyList<RecountedDuty>>(recount => recount.ExecuteAsync(default))
        ).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    [Norm("town/6.4/a")]
    public async Task Count_AsTheMember_IsARightLikeAnybodys(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "town");

        (await CountAsync(scene, "foia", scene.Council.People.Member)).ShouldBeOfType<ActResult.Done>();

        (await scene.DecidedByAsync()).ShouldContain(text => text.Contains("town/6.4/a"));
        (await DutyAsync(scene)).DueOn.ShouldBe(new DateOnly(2026, 5, 5));
    }

    [Theory, EveryDatabase]
    public async Task Remind_OfWhatTheLawGives_WarnsBeforeAndGoesUpAfter(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await CountAsync(scene, "foia");
        (await DutyAsync(scene)).EscalationStep.ShouldBe(0);

        scene.Council.Clock.Set(new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc));
        await scene.Council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default));
        (await DutyAsync(scene)).EscalationStep.ShouldBe(TakeReplyFurther.Warned);

        scene.Council.Clock.Set(new DateTime(2026, 5, 6, 9, 0, 0, DateTimeKind.Utc));
        await scene.Council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default));
        (await DutyAsync(scene)).EscalationStep.ShouldBeGreaterThan(TakeReplyFurther.Warned);
    }

    [Theory, EveryDatabase]
    public async Task PassOn_WhatCountsUnderTheAct_TakesTheLawsDutyAlong(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await CountAsync(scene, "foia");

        (
            await scene.ActAsync<ReassignEnquiry>(
                (act, at, by) => act.ExecuteAsync(new(at, scene.Council.People.HousingOffice, "It is theirs."), by, default)
            )
        ).ShouldBeOfType<ActResult.Done>();

        (await scene.Council.MatterAsync(scene.Reference)).Duties.Select(duty => duty.DebtorToken).Distinct().ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task Reply_InFull_MeetsWhatTheLawGivesToo(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "west-lavington");
        await CountAsync(scene, "foia");
        await scene.FoundAsync();
        await scene.DecideAsync(ItemOutcome.All);

        (await scene.ReplyAsync()).ShouldBeOfType<ActResult.Done>();

        (await scene.Council.MatterAsync(scene.Reference)).Duties.ShouldAllBe(duty => duty.State == DutyState.Met);
    }

    [Theory, EveryDatabase]
    public async Task Review_OfWhatCountsUnderTheRegulations_HasTheirFortyDays(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await CountAsync(scene, "eir");
        await scene.FoundAsync();
        (await scene.DecideAsync(ItemOutcome.Refused, ["eir-12(4)(b)"])).ShouldBeOfType<ActResult.Done>();
        await scene.ReplyAsync();

        (
            await scene.ActAsync<AskReview>(
                (act, at, by) => act.ExecuteAsync(new(at, 1, "It is one page."), by, default),
                scene.Council.People.Member
            )
        ).ShouldBeOfType<ActResult.Done>();

        var duty = (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == AskReview.Duty);
        (duty.DueOn, duty.Source).ShouldBe((new DateOnly(2026, 6, 3), "EIR reg.11, unverified"));
    }

    /// <summary>Twenty working days by each law's own calendar: of the union of all bank holidays (FOIA s.10(6)), and of Scotland's alone (FOISA s.73).</summary>
    [Theory]
    [InlineData("2026-03-02", "2026-03-31", "2026-03-30")]
    [InlineData("2026-05-29", "2026-06-29", "2026-06-29")]
    [InlineData("2026-06-30", "2026-07-29", "2026-07-28")]
    [InlineData("2026-07-20", "2026-08-18", "2026-08-18")]
    [InlineData("2026-11-21", "2026-12-21", "2026-12-21")]
    [InlineData("2027-12-06", "2028-01-07", "2028-01-07")]
    public async Task Count_InEnglandAndInScotland_GivesEachActsOwnDay(string received, string foia, string foisa)
    {
        foreach (var (nation, law, due) in new[] { ("england", "foia", foia), ("scotland", "foisa", foisa) })
        {
            await using var scene = await InformationScene.StartAsync(
                DatabaseKind.Sqlite,
                nation == "scotland" ? Scottish : "west-lavington",
                nation: nation,
                receivedOn: Day(received)
            );

            (await CountAsync(scene, law)).ShouldBeOfType<ActResult.Done>();

            (await DutyAsync(scene)).DueOn.ShouldBe(Day(due), nation);
        }
    }

    [Theory]
    [InlineData("england", "foia eir")]
    [InlineData("wales", "foia eir")]
    [InlineData("northern-ireland", "foia eir")]
    [InlineData("scotland", "foisa")]
    public async Task Laws_AreThoseOfTheCouncilsNation(string nation, string laws)
    {
        await using var scene = await InformationScene.StartAsync(
            DatabaseKind.Sqlite,
            nation == "scotland" ? Scottish : "wigan",
            nation: nation
        );

        var offered = await scene.Council.DoAsync<CountUnderAct, IReadOnlyList<Comity.Protocols.Calendars.Ledger.StatutoryRegime>>(count =>
            count.LawsAsync(Day("2026-04-02"), Day("2026-04-02"), default)
        );

        string.Join(' ', offered.Select(law => law.Key)).ShouldBe(laws);
        if (nation == "scotland")
        {
            (await CountAsync(scene, "foia")).ShouldBeOfType<ActResult.Refused>();
        }
    }

    [Theory, EveryDatabase]
    public async Task Foisa_InScotland_HasAReviewOfItsOwnAndNoMoreTime(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, Scottish, nation: "scotland");
        await CountAsync(scene, "foisa");
        (await DutyAsync(scene)).DueOn.ShouldBe(new DateOnly(2026, 5, 1));
        (await MoveAsync(scene, StatutoryMove.MoreTime, scene.Owner, new DateOnly(2026, 6, 1)))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("FOISA s.10(1)");
        await scene.FoundAsync();
        (await scene.DecideAsync(ItemOutcome.Refused, ["foisa-33"])).ShouldBeOfType<ActResult.Done>();
        await scene.ReplyAsync();

        await scene.ActAsync<AskReview>(
            (act, at, by) => act.ExecuteAsync(new(at, 1, "It is two years old."), by, default),
            scene.Council.People.Member
        );

        var duty = (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == AskReview.Duty);
        (duty.DueOn, duty.Source).ShouldBe((new DateOnly(2026, 5, 1), "FOISA s.21(1)"));
    }

    /// <summary>As long as is reasonable in the circumstances: the Act names no furthest day, but notice is due within the twenty (s.10(3), s.17).</summary>
    [Theory, EveryDatabase]
    public async Task TakeMoreTime_UnderTheActToWeighThePublicInterest_NeedsItsNoticeInTimeAndHasNoFurthestDay(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await CountAsync(scene, "foia");

        (await MoveAsync(scene, StatutoryMove.MoreTime, scene.Owner, new DateOnly(2026, 5, 5))).ShouldBeOfType<ActResult.Refused>();
        (await MoveAsync(scene, StatutoryMove.MoreTime, scene.Owner, new DateOnly(2026, 5, 9))).ShouldBeOfType<ActResult.Refused>();
        scene.Council.Clock.Set(new DateTime(2026, 5, 5, 9, 0, 0, DateTimeKind.Utc));
        (await MoveAsync(scene, StatutoryMove.MoreTime, scene.Owner, new DateOnly(2026, 9, 1))).ShouldBeOfType<ActResult.Done>();

        var duty = await DutyAsync(scene);
        duty.DueOn.ShouldBe(new DateOnly(2026, 9, 1));
        var line = duty.Ledger.MaxBy(entry => entry.Sequence)!;
        (line.Kind, line.Ground, line.Source).ShouldBe(("extended-to", "public-interest", "FOIA s.10(3) and s.17"));

        scene.Council.Clock.Set(new DateTime(2026, 5, 6, 9, 0, 0, DateTimeKind.Utc));
        (await MoveAsync(scene, StatutoryMove.MoreTime, scene.Owner, new DateOnly(2026, 9, 2)))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("FOIA s.10(3) and s.17");
    }

    /// <summary>The law is read with a protocol of its nation.</summary>
    private const string Scottish = "scottish-council";

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<ActResult> CountAsync(InformationScene scene, string law, Guid? by = null) =>
        scene.ActAsync<CountUnderAct>((act, at, viewer) => act.ExecuteAsync(new(at, law), viewer, default), by);

    private static Task<ActResult> MoveAsync(InformationScene scene, StatutoryMove move, Guid by, DateOnly? until = null) =>
        scene.ActAsync<MoveStatutoryClock>(
            (act, at, viewer) => act.ExecuteAsync(new(at, move, "Which lease?", until), viewer, default),
            by
        );

    private static async Task<Duty> DutyAsync(InformationScene scene) =>
        (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == StatutoryClock.Duty);
}
