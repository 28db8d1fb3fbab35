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
