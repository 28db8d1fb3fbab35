using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>An officer who has a member's matter asks the member something: who owes an answer to whom, by which protocol.</summary>
public sealed class MembersAnswerTests
{
    private const string Question = "Which of the two gates is it?";

    [Theory, EveryDatabase]
    [Norm("town/4.2/c")]
    public async Task Ask_UnderTheTown_MakesTheMemberOweTheOfficeAnAnswerWithoutADateUntilItIsGiven(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town"));
        var (at, officer) = await AskedAsync(council);

        (await AskAsync(council, officer, at)).ShouldBeOfType<ActResult.Done>();

        var owed = await OwedAsync(council, at);
        (owed.Source, owed.DueOn, owed.State).ShouldBe(("town/4.2/c", null, DutyState.Owed));
        (await council.ViewerAsync(council.People.Member)).Tokens.ShouldContain(owed.DebtorToken);
        (await council.ViewerAsync(officer)).Tokens.ShouldContain(owed.CreditorToken);
        (await MailAsync(council, council.People.Member)).ShouldContain(subject => subject.Contains("asks you something"));

        (await AnswerAsync(council, at)).ShouldBeOfType<ActResult.Done>();

        (await OwedAsync(council, at)).State.ShouldBe(DutyState.Met);
        (await council.MatterAsync(at.Reference)).Duties.Single(duty => duty.Kind == EnquiryRules.ReplyDuty).State.ShouldBe(DutyState.Owed);
        (await AnswerAsync(council, at)).ShouldBeOfType<ActResult.Refused>();
    }

    [Theory]
    [InlineData("wigan", "email")]
    [InlineData("borough", "email")]
    [InlineData("generic", "email")]
    [InlineData("west-lavington", "email")]
    [InlineData("town", "letter")]
    public async Task Ask_WhereTheProtocolSaysNothingOfIt_IsAQuestionWithoutADuty(string protocol, string channel)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var (at, officer) = await AskedAsync(council);

        (await AskAsync(council, officer, at, channel)).ShouldBeOfType<ActResult.Done>();

        (await council.MatterAsync(at.Reference)).Duties.ShouldNotContain(duty => duty.Kind == MembersAnswer.Duty);
        (await AnswerAsync(council, at)).ShouldBeOfType<ActResult.Done>();
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereTheCouncilHasStatedTheFigure_IsDueByItAndBothHearOfItOnceWhenItIsLate(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town"));
        await council.ArrangeAsync(ArrangementKeys.StandardPrefix + "member-reply-standard", "5");
        var (at, officer) = await AskedAsync(council);
        await AskAsync(council, officer, at, "phone");

        // Good Friday and Easter Monday of 2026 fall between.
        var owed = await OwedAsync(council, at);
        owed.DueOn.ShouldBe(new DateOnly(2026, 4, 13));
        owed.Source.ShouldBe("arrangement: Council 12 March 2026, minute 41");

        council.Clock.Set(new DateTime(2026, 4, 10, 8, 0, 0, DateTimeKind.Utc));
        await RemindAsync(council);
        await RemindAsync(council);
        council.Clock.Set(new DateTime(2026, 4, 14, 8, 0, 0, DateTimeKind.Utc));
        await RemindAsync(council);
        await RemindAsync(council);

        (await MailAsync(council, council.People.Member))
            .Where(subject => subject.Contains("Your answer to the officer"))
            .Select(subject => subject.Contains("overdue"))
            .ShouldBe([false, true], ignoreOrder: true);
        (await MailAsync(council, officer)).Count(subject => subject.Contains("has not answered in time")).ShouldBe(1);
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "member-reply-overdue"))).ShouldBe(1);
        var further = await council.ActAsync<TakeReplyFurther>(
            council.People.Member,
            async (act, viewer) => await act.ExecuteAsync(new(await NowAsync(council, at)), viewer, default)
        );
        further.ShouldBeOfType<ActResult.Refused>().Why.ShouldBe("Nothing is overdue on it.");
    }

    [Fact]
    public async Task Ask_ThenAnswerInFullWithoutWaiting_LiftsWhatTheMemberOwed()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("town"));
        var (at, officer) = await AskedAsync(council);
        await AskAsync(council, officer, at);

        await council.ActAsync<ReplyToEnquiry>(
            officer,
            async (act, viewer) => await act.ExecuteAsync(new(await NowAsync(council, at), "Both gates are mended.", []), viewer, default)
        );

        (await OwedAsync(council, at)).State.ShouldBe(DutyState.Lifted);
        (await AskAsync(council, officer, at)).ShouldBeOfType<ActResult.Refused>();
    }

    [Fact]
    public async Task Ask_Twice_LeavesTheFirstAnswerOwedAndToComeBackOnTheMatterMeetsIt()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("town"));
        var (at, officer) = await AskedAsync(council);
        await AskAsync(council, officer, at);
        await AskAsync(council, officer, at);

        (await OwedAsync(council, at)).State.ShouldBe(DutyState.Owed);
        await council.ActAsync<FollowUpEnquiry>(
            council.People.Member,
            async (act, viewer) => await act.ExecuteAsync(new(await NowAsync(council, at), "The north gate.", []), viewer, default)
        );
        (await OwedAsync(council, at)).State.ShouldBe(DutyState.Met);
    }

    [Fact]
    public async Task PassOn_WhileTheMemberIsAsked_OwesTheAnswerToWhoeverHasItNow()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("town"));
        var (at, officer) = await AskedAsync(council);
        await AskAsync(council, officer, at);

        var passed = await council.ActAsync<ReassignEnquiry>(
            officer,
            async (act, viewer) =>
                await act.ExecuteAsync(
                    new(await NowAsync(council, at), council.People.HousingOffice, "It is about a flat."),
                    viewer,
                    default
                )
        );

        passed.ShouldBeOfType<ActResult.Done>();
        var owed = await OwedAsync(council, at);
        (await council.ViewerAsync(council.People.HousingOfficer)).Tokens.ShouldContain(owed.CreditorToken);
        (await council.ViewerAsync(council.People.Member)).Tokens.ShouldContain(owed.DebtorToken);
    }

    [Theory, EveryDatabase]
    [Norm("town/4.2/c")]
    public async Task Pause_WhereTheCouncilHasArrangedIt_MakesTheMemberOweAnAnswerToo(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town"));
        await council.ArrangeAsync(ArrangementKeys.PauseForMember, "yes");
        await council.ArrangeAsync(ArrangementKeys.ReplyTime, "10");
        var (at, officer) = await AskedAsync(council);

        var paused = await council.ActAsync<PauseClock>(
            officer,
            async (act, viewer) => await act.ExecuteAsync(new(await NowAsync(council, at), Question), viewer, default)
        );

        paused.ShouldBeOfType<ActResult.Done>();
        (await OwedAsync(council, at)).State.ShouldBe(DutyState.Owed);
        (await AnswerAsync(council, at)).ShouldBeOfType<ActResult.Done>();
        (await OwedAsync(council, at)).State.ShouldBe(DutyState.Met);
    }

    private static async Task<(MatterAt At, Guid Officer)> AskedAsync(TestCouncil council)
    {
        var at = await council.AskedAsync();
        var officer = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner).Select(party => party.PersonId!.Value).SingleAsync()
        );
        return (at, officer);
    }

    private static async Task<ActResult> AskAsync(TestCouncil council, Guid officer, MatterAt at, string channel = "email") =>
        await council.ActAsync<AskMember>(
            officer,
            async (act, viewer) => await act.ExecuteAsync(new(await NowAsync(council, at), Question, channel), viewer, default)
        );

    private static async Task<ActResult> AnswerAsync(TestCouncil council, MatterAt at) =>
        await council.ActAsync<AnswerOfficer>(
            council.People.Member,
            async (act, viewer) => await act.ExecuteAsync(new(await NowAsync(council, at), "The north gate.", []), viewer, default)
        );

    // A minute later than what came before: what is said in one instant has no order.
    private static async Task<MatterAt> NowAsync(TestCouncil council, MatterAt at)
    {
        council.Clock.Set(council.Clock.Now.AddMinutes(1));
        return at with { Version = (await council.MatterAsync(at.Reference)).Version };
    }

    private static async Task<Duty> OwedAsync(TestCouncil council, MatterAt at) =>
        (await council.MatterAsync(at.Reference)).Duties.Single(duty => duty.Kind == MembersAnswer.Duty);

    private static Task<int> RemindAsync(TestCouncil council) => council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default));

    private static Task<List<string>> MailAsync(TestCouncil council, Guid person) =>
        council.ReadAsync(db => db.Outbox.Where(mail => mail.ToPersonId == person).Select(mail => mail.Subject).ToListAsync());
}
