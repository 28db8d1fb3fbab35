using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Service.Tests.Requests;

/// <summary>An enquiry under protocols that are not the one of most tests: what is owed, and what is silent, comes from them.</summary>
public sealed class OtherProtocolsTests
{
    private const string Explanation = "The light needs a new column, which was ordered today and comes at the end of this month.";

    [Theory, EveryDatabase]
    public async Task Ask_UnderASecondProtocol_IsOwedByItsOwnClockAndClause(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Millbrook));
        var at = await council.AskedAsync();

        var duty = (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem();

        // Seven working days after Thursday 2 April, past Good Friday and Easter Monday.
        duty.DueOn.ShouldBe(new DateOnly(2026, 4, 15));
        duty.Source.ShouldBe("millbrook/12.7/a");
    }

    [Theory, EveryDatabase]
    public async Task Acknowledge_WhereTheProtocolSaysNothingOfIt_IsSentAndTheTimeRunsOn(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Millbrook));
        await council.ArrangeAsync(ArrangementKeys.ReplyAfterAcknowledgement, "15");
        var at = await council.AskedAsync();

        var result = await council.ActAsync<AcknowledgeEnquiry>(
            council.People.Officer,
            (act, officer) => act.ExecuteAsync(new(at, Explanation, true), officer, default)
        );

        result.ShouldBeOfType<ActResult.Done>();
        var matter = await council.MatterAsync(at.Reference);
        matter.State.ShouldBe(MatterState.Open);
        matter.Messages.ShouldContain(message => message.Kind == "acknowledgement");
        var duty = matter.Duties.ShouldHaveSingleItem();
        (duty.Kind, duty.State, duty.DueOn).ShouldBe((EnquiryRules.ReplyDuty, DutyState.Owed, new DateOnly(2026, 4, 15)));
    }

    [Theory, EveryDatabase]
    public async Task LeaveUnanswered_WhereTheProtocolGivesNoLeave_IsRefusedEvenForAbuse(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Millbrook));
        var at = await council.AskedAsync();

        var result = await council.ActAsync<LeaveUnanswered>(
            council.People.Officer,
            (act, officer) => act.ExecuteAsync(new(at, true, "It calls me names."), officer, default)
        );

        result.ShouldBeOfType<ActResult.Refused>().Why.ShouldNotBeEmpty();
        (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem().State.ShouldBe(DutyState.Owed);
    }

    [Theory, EveryDatabase]
    public async Task Says_UnderASecondProtocol_IsSilentWhereItIsSilent(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Millbrook));
        var at = await council.AskedAsync();
        var matter = await council.MatterAsync(at.Reference);

        var says = await council.DoAsync<EnquiryRules, RepliesUnderProtocol>(rules =>
            rules.SaysAsync(matter, new DateOnly(2026, 4, 2), default)
        );

        says.Reply.Lines.ShouldHaveSingleItem().Clause.Clause.ShouldBe("12.7");
        says.Reply.Lines[0].Text.ShouldBe("Seven working days is the Millbrook promise.");
        (says.Acknowledgement.IsSilent, says.Delay.IsSilent, says.Abuse.IsSilent).ShouldBe((true, true, true));
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.2/b")]
    [Norm("wigan/6.2/c")]
    [Norm("wigan/6.2/d")]
    [Norm("wigan/4.3/e")]
    public async Task Says_UnderTheUsualProtocol_NamesTheClauseOfEachPoint(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var matter = await council.MatterAsync(at.Reference);

        var says = await council.DoAsync<EnquiryRules, RepliesUnderProtocol>(rules =>
            rules.SaysAsync(matter, new DateOnly(2026, 4, 2), default)
        );

        says.Reply.Lines.ShouldContain(line => line.Clause.Norm == "wigan/6.2/c" && line.Text.Contains("Ten working days"));
        says.Acknowledgement.Lines.ShouldContain(line => line.Clause.Norm == "wigan/6.2/d");
        says.Delay.Lines.ShouldContain(line => line.Clause.Norm == "wigan/6.2/b");
        says.Abuse.Lines.ShouldContain(line => line.Clause.Norm == "wigan/4.3/e");
        says.AfterAcknowledgement.Silence.ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereTheProtocolLeavesTheFigureToTheCouncil_IsOwedByTheCouncilsOwn(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Alderford));
        var before = (await council.MatterAsync((await council.AskedAsync()).Reference)).Duties.ShouldHaveSingleItem();
        (before.DueOn, before.Source).ShouldBe((null, "alderford/31.2/a"));

        await council.ArrangeAsync(ArrangementKeys.StandardPrefix + "enquiries", "12");
        var after = (await council.MatterAsync((await council.AskedAsync()).Reference)).Duties.ShouldHaveSingleItem();

        after.DueOn.ShouldBe(new DateOnly(2026, 4, 22));
        after.Source.ShouldBe("arrangement: Council 12 March 2026, minute 41");
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereTheProtocolSaysNothing_OwesAnAnswerAllTheSameAndOnlyTheCouncilGivesADate(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Stillwater));
        var before = (await council.MatterAsync((await council.AskedAsync()).Reference)).Duties.ShouldHaveSingleItem();
        (before.DueOn, before.Source).ShouldBe((null, Audience.SafeguardSource));

        await council.ArrangeAsync(ArrangementKeys.ReplyTime, "8");
        var after = (await council.MatterAsync((await council.AskedAsync()).Reference)).Duties.ShouldHaveSingleItem();

        after.DueOn.ShouldBe(new DateOnly(2026, 4, 16));
        after.Source.ShouldStartWith("arrangement: ");
    }

    [Theory, EveryDatabase]
    public async Task Arrange_ATimeForAReply_NeverTakesThePlaceOfTheProtocolsNumber(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await council.ArrangeAsync(ArrangementKeys.ReplyTime, "30");

        var at = await council.AskedAsync();

        (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 20));
    }
}
