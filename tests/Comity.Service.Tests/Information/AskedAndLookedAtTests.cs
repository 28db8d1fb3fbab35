using Comity.Service.Arrangements;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Service.Tests.Information;

/// <summary>Doubt before a decision, a second look after it, and what a member may do with what was let out.</summary>
public sealed class AskedAndLookedAtTests
{
    [Theory, EveryDatabase]
    [Norm("generic/8.4/c")]
    public async Task Doubt_UnderTheGenericProtocol_GoesToTheMonitoringOfficerAndStopsTheDecision(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "generic", ofClerk: true);
        await scene.FoundAsync();
        (await scene.DoubtAsync(RaiseDoubt.WhetherToRelease)).ShouldBeOfType<ActResult.Done>();

        (await scene.ConsultedAsync()).ShouldBe(scene.Council.People.MonitoringOfficer);
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("generic/8.4/c");

        (await scene.AnswerAsync(scene.Council.People.MonitoringOfficer, ItemAnswerWord.Settled)).ShouldBeOfType<ActResult.Done>();
        (await scene.ItemAsync()).Questions.ShouldHaveSingleItem().Answer.ShouldBe("It may go.");
        (await scene.DecideAsync(ItemOutcome.All)).ShouldBeOfType<ActResult.Done>();
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.7/c")]
    [Norm("wigan/6.7/d")]
    public async Task Doubt_WhetherTheActApplies_GoesToTheInformationOfficerAndFromThereToTheMonitoringOfficer(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan");
        await scene.AppointAsync("foi-officer", "Nia Foi");
        await scene.FoundAsync();
        (await scene.DoubtAsync(RaiseDoubt.WhetherTheActApplies)).ShouldBeOfType<ActResult.Done>();
        var informationOfficer = await scene.ConsultedAsync();
        informationOfficer.ShouldNotBe(scene.Council.People.MonitoringOfficer);
        (await scene.ItemAsync()).Questions.ShouldHaveSingleItem().Row.Source.ShouldBe("wigan/6.7/c");

        (await scene.AnswerAsync(informationOfficer, ItemAnswerWord.PassedOn)).ShouldBeOfType<ActResult.Done>();

        (await scene.ConsultedAsync()).ShouldBe(scene.Council.People.MonitoringOfficer);
        (await scene.ItemAsync()).Questions[^1].Row.Source.ShouldBe("wigan/6.7/d");
        (await scene.AnswerAsync(scene.Council.People.MonitoringOfficer, ItemAnswerWord.PassedOn)).ShouldBeOfType<ActResult.Refused>();
        (await scene.AnswerAsync(scene.Council.People.MonitoringOfficer, ItemAnswerWord.Settled)).ShouldBeOfType<ActResult.Done>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Norm("borough/4.2/c")]
    public async Task Doubt_UnderTheBoroughProtocol_GoesToTheMonitoringOfficerWhoeverHasIt(bool ofMember)
    {
        await using var scene = await InformationScene.StartAsync(DatabaseKind.Sqlite, "borough");

        (
            await scene.DoubtAsync(RaiseDoubt.WhetherToRelease, ofMember ? scene.Council.People.Member : null)
        ).ShouldBeOfType<ActResult.Done>();

        (await scene.ConsultedAsync()).ShouldBe(scene.Council.People.MonitoringOfficer);
        (await scene.ItemAsync()).Questions.ShouldHaveSingleItem().Row.Source.ShouldBe("borough/4.2/c");
    }

    [Theory]
    [InlineData("town")]
    [InlineData("west-lavington")]
    public async Task Doubt_WhereTheProtocolNamesNobody_GoesWhereOneAsksInItsSilenceAsComitysOwn(string protocol)
    {
        await using var scene = await InformationScene.StartAsync(DatabaseKind.Sqlite, protocol);

        (await scene.DoubtAsync(RaiseDoubt.WhetherToRelease)).ShouldBeOfType<ActResult.Done>();

        (await scene.ConsultedAsync()).ShouldBe(scene.Council.People.MonitoringOfficer);
        (await scene.ItemAsync()).Questions.ShouldHaveSingleItem().Row.Source.ShouldBe(EnquiryOwners.LedToNobody);
    }

    [Theory, EveryDatabase]
    public async Task Review_IsSomebodyElsesWithAClockOfItsOwnAndMayPutAnotherDecisionInPlace(DatabaseKind kind)
    {
        await using var scene = await RefusedAsync(kind, "wigan");
        await scene.Council.ArrangeAsync(ArrangementKeys.ReviewTime, "15");

        (await AskReviewAsync(scene)).ShouldBeOfType<ActResult.Done>();

        var reviewer = await scene.ConsultedAsync(ItemQuestions.Reviewing);
        reviewer.ShouldBe(scene.Council.People.Manager);
        var duty = (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == AskReview.Duty);
        duty.DueOn.ShouldBe(new DateOnly(2026, 4, 27));
        duty.Source.ShouldStartWith("arrangement: ");
        await scene.ActAsync<FindItem>(
            (act, at, by) => act.ExecuteAsync(new(at, 1, new ItemFindings { Holding = ItemFindings.Held }, new()), by, default)
        );
        (await ReviewAsync(scene, scene.Owner, upheld: true)).ShouldBeOfType<ActResult.NotThere>();
        (await ReviewAsync(scene, reviewer, upheld: false, ["resources"])).ShouldBeOfType<ActResult.Done>();

        var item = await scene.ItemAsync();
        item.Questions.ShouldHaveSingleItem().Row.Answer.ShouldBe(ItemAnswerWord.Changed);
        item.Ruling!.Grounds.ShouldBe(["resources"]);
        (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(owed => owed.Kind == AskReview.Duty).State.ShouldBe(DutyState.Met);
        (await DecideItemTests.SaidAsync(scene, "review")).ShouldStartWith("Changed: ");
    }

    [Theory, EveryDatabase]
    public async Task Review_WhereNothingGivesATime_IsOwedWithoutADate(DatabaseKind kind)
    {
        await using var scene = await RefusedAsync(kind, "wigan");

        (await AskReviewAsync(scene)).ShouldBeOfType<ActResult.Done>();
        (await AskReviewAsync(scene)).ShouldBeOfType<ActResult.Refused>();

        var duty = (await scene.Council.MatterAsync(scene.Reference)).Duties.Single(duty => duty.Kind == AskReview.Duty);
        (duty.DueOn, duty.Source).ShouldBe((null, Audience.SafeguardSource));
        (await ReviewAsync(scene, scene.Council.People.Manager, upheld: true)).ShouldBeOfType<ActResult.Done>();
        (await scene.ItemAsync()).Item.Outcome.ShouldBe(ItemOutcome.Refused);
    }

    [Theory, EveryDatabase]
    public async Task Review_ThatIsOverdue_IsSaidOnceToWhoeverOwesItAndToTheMember(DatabaseKind kind)
    {
        await using var scene = await RefusedAsync(kind, "wigan");
        await scene.Council.ArrangeAsync(ArrangementKeys.ReviewTime, "5");
        await AskReviewAsync(scene);
        scene.Council.Clock.Set(new DateTime(2026, 4, 22, 9, 0, 0, DateTimeKind.Utc));

        (await scene.Council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default))).ShouldBe(1);
        (await scene.Council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default))).ShouldBe(0);

        var told = await scene.Council.ReadAsync(db =>
            Task.FromResult(
                db.Outbox.Where(mail => mail.Subject.Contains("second look is overdue")).Select(mail => mail.ToPersonId).ToList()
            )
        );
        told.ShouldBe([scene.Council.People.Manager, scene.Council.People.Member], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    [Norm("borough/4.2/a")]
    public async Task Use_ForSomethingElse_ShouldNotBeAndIsKeptWithTheReason(DatabaseKind kind)
    {
        await using var scene = await LetOutAsync(kind, "borough", confidential: false);

        (await UseAsync(scene, new(false, "For my newsletter", false, "")))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("borough/4.2/a");
        (await UseAsync(scene, new(false, "For my newsletter", false, ""), "The ward asks about it.")).ShouldBeOfType<ActResult.Done>();

        var used = (await scene.ItemAsync()).Questions.ShouldHaveSingleItem();
        used.Row.Answer.ShouldBe(ItemAnswerWord.GoesOnWithReason);
        used.Answer!.ShouldContain("The ward asks about it.");
        (await scene.DecidedByAsync()).ShouldContain(text => text.Contains("register stated-purpose borough/4.2/a"));
    }

    [Theory]
    [InlineData("borough", "borough/4.2/b")]
    [InlineData("town", "town/6.3/a")]
    [Norm("borough/4.2/b")]
    [Norm("town/6.3/a")]
    public async Task PassOn_WhatCameInConfidence_IsNotAllowedAndStaysOnRecordAsANo(string protocol, string norm)
    {
        await using var scene = await LetOutAsync(DatabaseKind.Sqlite, protocol, confidential: true);

        (await UseAsync(scene, new(true, "To my group", false, ""), "They should know.")).ShouldBeOfType<ActResult.Done>();

        var used = (await scene.ItemAsync()).Questions.ShouldHaveSingleItem().Row;
        (used.Answer, used.Source).ShouldBe((ItemAnswerWord.NotAllowed, norm));
    }

    [Theory, EveryDatabase]
    [Norm("town/6.3/a")]
    [Norm("town/6.3/b")]
    public async Task PassOn_WhatIsBelievedConfidential_NeedsAnExceptionOfTheCodeOnRecord(DatabaseKind kind)
    {
        await using var scene = await LetOutAsync(kind, "town", confidential: false);

        await UseAsync(scene, new(true, "To my solicitor", true, ""));
        await UseAsync(scene, new(true, "To my solicitor", true, "Advice from a lawyer"));

        var used = (await scene.ItemAsync()).Questions;
        (used[0].Row.Answer, used[0].Row.Source).ShouldBe((ItemAnswerWord.NotAllowed, "town/6.3/a"));
        (used[1].Row.Answer, used[1].Row.Source).ShouldBe((ItemAnswerWord.Allowed, "town/6.3/b"));
        used[1].Words.ShouldContain("Advice from a lawyer");
    }

    private static async Task<InformationScene> RefusedAsync(DatabaseKind kind, string protocol)
    {
        var scene = await InformationScene.StartAsync(kind, protocol);
        await scene.FoundAsync();
        (await scene.DecideAsync(ItemOutcome.Refused, ["no-need"])).ShouldBeOfType<ActResult.Done>();
        (await scene.ReplyAsync()).ShouldBeOfType<ActResult.Done>();
        return scene;
    }

    private static async Task<InformationScene> LetOutAsync(DatabaseKind kind, string protocol, bool confidential)
    {
        var scene = await InformationScene.StartAsync(kind, protocol);
        await scene.NeededAsync();
        await scene.FoundAsync();
        (await scene.DecideAsync(ItemOutcome.All, confidential: confidential)).ShouldBeOfType<ActResult.Done>();
        (await scene.ReplyAsync()).ShouldBeOfType<ActResult.Done>();
        return scene;
    }

    private static Task<ActResult> AskReviewAsync(InformationScene scene) =>
        scene.ActAsync<AskReview>(
            (act, at, by) => act.ExecuteAsync(new(at, 1, "I sit on the committee that set the rent."), by, default),
            scene.Council.People.Member
        );

    private static Task<ActResult> ReviewAsync(InformationScene scene, Guid by, bool upheld, string[]? grounds = null) =>
        scene.ActAsync<DecideReview>(
            (act, at, viewer) =>
                act.ExecuteAsync(
                    new(
                        at,
                        1,
                        upheld,
                        "I have read it again.",
                        upheld
                            ? null
                            : new DecideItemRequest(at, 1, ItemOutcome.Refused, new(grounds ?? [], InformationScene.Reasons, "", ""), false)
                    ),
                    viewer,
                    default
                ),
            by
        );

    private static Task<ActResult> UseAsync(InformationScene scene, OtherUse use, string reason = "") =>
        scene.ActAsync<AskOtherUse>((act, at, by) => act.ExecuteAsync(new(at, 1, use, reason), by, default), scene.Council.People.Member);
}
