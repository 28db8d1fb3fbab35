using System.Globalization;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Service.Tests.Information;

/// <summary>A fee under an access law stops that law's time from the notice to the payment, and that law's alone (FOIA s.9 and s.10(2)).</summary>
public sealed class FeesNoticeTests
{
    [Theory, EveryDatabase]
    public async Task Give_StopsTheActsTimeAndThePaymentStartsItAgainWithoutTheDaysBetween(DatabaseKind kind)
    {
        await using var scene = await CountedAsync(kind, "foia");
        SetTo(scene, 4, 9);
        (await GiveAsync(scene)).ShouldBeOfType<ActResult.Done>();

        (await DutyAsync(scene)).DueOn.ShouldBeNull();
        (await GiveAsync(scene)).ShouldBeOfType<ActResult.Refused>();
        var protocol = (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == EnquiryRules.ReplyDuty);
        protocol.DueOn.ShouldBe(new DateOnly(2026, 4, 20));
        (await SaidAsync(scene, GiveFeesNotice.MessageKind)).ShouldStartWith("A fee of £12.50 is to be paid by Wednesday 8 July 2026");

        SetTo(scene, 4, 17);
        (await PaidAsync(scene, new DateOnly(2026, 4, 15))).ShouldBeOfType<ActResult.Done>();

        // 5 May without it; 9, 10, 13, 14 and 15 April are left out, and with them five working days are added.
        var duty = await DutyAsync(scene);
        duty.DueOn.ShouldBe(new DateOnly(2026, 5, 12));
        duty.Ledger.OrderBy(entry => entry.Sequence)
            .Select(entry => (entry.Kind, entry.On.Day))
            .ShouldBe([("started", 2), ("paused", 9), ("resumed", 15)]);
        duty.Ledger.Single(entry => entry.Kind == "paused").Source.ShouldBe("FOIA s.10(2)");
        (
            await scene.Council.DoAsync<RecountDuties, IReadOnlyList<RecountedDuty>>(recount => recount.ExecuteAsync(default))
        ).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Paid_OnADayThatCannotBe_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var scene = await CountedAsync(kind, "foia");
        (await PaidAsync(scene, new DateOnly(2026, 4, 2))).ShouldBeOfType<ActResult.Refused>();
        SetTo(scene, 4, 9);
        await GiveAsync(scene);

        (await PaidAsync(scene, new DateOnly(2026, 4, 8))).ShouldBeOfType<ActResult.Refused>();
        (await PaidAsync(scene, new DateOnly(2026, 4, 10))).ShouldBeOfType<ActResult.Refused>();
        SetTo(scene, 7, 9);
        (await PaidAsync(scene, new DateOnly(2026, 7, 9))).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("FOIA s.9(2)");

        (await DutyAsync(scene)).Ledger.Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Lapse_AfterThreeMonthsWithoutAPayment_EndsWhatTheActGaveAndNothingElse(DatabaseKind kind)
    {
        await using var scene = await CountedAsync(kind, "foia");
        SetTo(scene, 4, 9);
        await GiveAsync(scene);

        // A payment of the last day, 8 July, may be entered for a week.
        SetTo(scene, 7, 15);
        (await LapseAsync(scene)).ShouldBe(0);
        SetTo(scene, 7, 16);
        (await LapseAsync(scene)).ShouldBe(1);
        (await LapseAsync(scene)).ShouldBe(0);

        var duties = (await scene.Council.MatterAsync(scene.Reference)).Duties;
        var byLaw = duties.Single(duty => duty.Kind == StatutoryClock.Duty);
        (byLaw.State, byLaw.Ledger.MaxBy(entry => entry.Sequence)!.Source).ShouldBe((DutyState.Lifted, "FOIA s.9(2)"));
        duties.Single(duty => duty.Kind == EnquiryRules.ReplyDuty).State.ShouldBe(DutyState.Owed);
        (await SaidAsync(scene, LapseUnpaidFees.MessageKind)).ShouldContain("within three months");
        (await PaidAsync(scene, new DateOnly(2026, 7, 8))).ShouldBeOfType<ActResult.Refused>();
    }

    [Theory, EveryDatabase]
    public async Task Lapse_OfWhatWasPaidOrIsOnlyAsked_LeavesItAlone(DatabaseKind kind)
    {
        await using var scene = await CountedAsync(kind, "foia");
        SetTo(scene, 4, 9);
        await GiveAsync(scene);
        await PaidAsync(scene, new DateOnly(2026, 4, 9));
        await scene.ActAsync<MoveStatutoryClock>(
            (act, at, viewer) => act.ExecuteAsync(new(at, StatutoryMove.AskToClarify, "Which lease?"), viewer, default)
        );
        SetTo(scene, 12, 1);

        (await LapseAsync(scene)).ShouldBe(0);

        (await DutyAsync(scene)).State.ShouldBe(DutyState.Owed);
    }

    [Fact]
    public async Task Give_WhereTheLawStopsNoTimeForAFee_IsRefusedByThatLaw()
    {
        await using var scene = await CountedAsync(DatabaseKind.Sqlite, "eir");

        (await GiveAsync(scene)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("EIR reg.5(2)");
    }

    [Fact]
    public async Task Give_ByTheMember_IsNotThere()
    {
        await using var scene = await CountedAsync(DatabaseKind.Sqlite, "foia");

        (await GiveAsync(scene, scene.Council.People.Member)).ShouldBeOfType<ActResult.NotThere>();
        (await GiveAsync(scene, pounds: 0)).ShouldBeOfType<ActResult.Refused>();
    }

    /// <summary>Three months that begin with the day of the notice end on the day before the one of the same number, or with the month.</summary>
    [Theory]
    [InlineData("2026-04-09", "2026-07-08")]
    [InlineData("2026-01-01", "2026-03-31")]
    [InlineData("2026-11-30", "2027-02-28")]
    [InlineData("2027-11-30", "2028-02-29")]
    [InlineData("2026-03-31", "2026-06-30")]
    public void LastDay_IsTheLastOfThreeMonths(string given, string last) => FeesNotice.LastDay(Day(given)).ShouldBe(Day(last));

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);

    private static async Task<InformationScene> CountedAsync(DatabaseKind kind, string law)
    {
        var scene = await InformationScene.StartAsync(kind, "wigan");
        (
            await scene.ActAsync<CountUnderAct>((act, at, viewer) => act.ExecuteAsync(new(at, law), viewer, default))
        ).ShouldBeOfType<ActResult.Done>();
        return scene;
    }

    private static void SetTo(InformationScene scene, int month, int day) =>
        scene.Council.Clock.Set(new DateTime(2026, month, day, 9, 0, 0, DateTimeKind.Utc));

    private static Task<ActResult> GiveAsync(InformationScene scene, Guid? by = null, decimal pounds = 12.5m) =>
        scene.ActAsync<GiveFeesNotice>(
            (act, at, viewer) => act.ExecuteAsync(new(at, pounds, "For copies. Pay at the office."), viewer, default),
            by
        );

    private static Task<ActResult> PaidAsync(InformationScene scene, DateOnly on) =>
        scene.ActAsync<RecordFeePaid>((act, at, viewer) => act.ExecuteAsync(new(at, on), viewer, default));

    private static Task<int> LapseAsync(InformationScene scene) =>
        scene.Council.DoAsync<LapseUnpaidFees, int>(lapse => lapse.ExecuteAsync(default));

    private static async Task<Duty> DutyAsync(InformationScene scene) =>
        (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == StatutoryClock.Duty);

    private static Task<string> SaidAsync(InformationScene scene, string kind) => DecideItemTests.SaidAsync(scene, kind);
}
