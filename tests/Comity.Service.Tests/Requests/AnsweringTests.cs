using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

public sealed class AnsweringTests
{
    private const string Explanation =
        "The light needs a new column. The order was placed today and the contractor has given us 28 April for the work.";

    [Theory, EveryDatabase]
    [Norm("wigan/6.2/d")]
    public async Task Acknowledge_WithABareThanks_IsRefusedWithTheClauseAndTheClockRunsOn(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var bare = await AsOfficerAsync<AcknowledgeEnquiry>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, "Thanks", true), viewer, default)
        );
        var onlyArrived = await AsOfficerAsync<AcknowledgeEnquiry>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, Explanation, false), viewer, default)
        );

        foreach (var result in new[] { bare, onlyArrived })
        {
            var refused = result.ShouldBeOfType<ActResult.Refused>();
            refused.Source.ShouldBe("wigan/6.2/d");
            refused.Why.ShouldNotBeEmpty();
        }

        var matter = await council.MatterAsync(at.Reference);
        matter.State.ShouldBe(MatterState.Open);
        matter.Version.ShouldBe(1);
        matter.Duties.ShouldHaveSingleItem().State.ShouldBe(DutyState.Owed);
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.2/d")]
    public async Task Acknowledge_WithAnExplanation_MeetsTheLimitAndLeavesAFullReplyOwedWithoutADate(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        (await AcknowledgeAsync(council, at)).ShouldBeOfType<ActResult.Done>();

        var matter = await council.MatterAsync(at.Reference);
        matter.State.ShouldBe(MatterState.Acknowledged);
        matter.Duties.Single(duty => duty.Kind == EnquiryRules.ReplyDuty).State.ShouldBe(DutyState.Met);
        var full = matter.Duties.Single(duty => duty.Kind == EnquiryRules.FullReplyDuty);
        full.State.ShouldBe(DutyState.Owed);
        full.DueOn.ShouldBeNull();
        full.Source.ShouldBe(Audience.SafeguardSource);
    }

    [Theory, EveryDatabase]
    public async Task Acknowledge_WhereTheCouncilHasArrangedADate_OwesTheFullReplyByIt(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await ArrangeAsync(council, ArrangementKeys.ReplyAfterAcknowledgement, "15");
        var at = await council.AskedAsync();

        await AcknowledgeAsync(council, at);

        var full = (await council.MatterAsync(at.Reference)).Duties.Single(duty => duty.Kind == EnquiryRules.FullReplyDuty);
        full.DueOn.ShouldBe(new DateOnly(2026, 4, 27));
        full.Source.ShouldBe("arrangement: Council 12 March 2026, minute 41");
    }

    [Theory, EveryDatabase]
    public async Task Reply_InFull_MeetsTheDutyAndTellsTheMember(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        (await ReplyAsync(council, at)).ShouldBeOfType<ActResult.Done>();

        var matter = await council.MatterAsync(at.Reference);
        matter.State.ShouldBe(MatterState.Answered);
        matter.FollowUpUntil.ShouldBeNull();
        matter.Duties.ShouldHaveSingleItem().State.ShouldBe(DutyState.Met);
        (
            await council.ReadAsync(db =>
                db.Outbox.Where(mail => mail.ToPersonId == council.People.Member).Select(mail => mail.Subject).ToListAsync()
            )
        ).ShouldContain(subject => subject.Contains("answered"));
    }

    [Theory, EveryDatabase]
    public async Task Reply_ByAnybodyButTheOwner_FindsNothingThere(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        foreach (
            var person in new[]
            {
                council.People.HousingOfficer,
                council.People.Manager,
                council.People.Member,
                council.People.OtherGroupMember,
            }
        )
        {
            var viewer = await council.ViewerAsync(person);
            var result = await council.DoAsync<ReplyToEnquiry, ActResult>(act =>
                act.ExecuteAsync(new(at, "An answer", []), viewer, default)
            );
            result.ShouldBeOfType<ActResult.NotThere>();
        }
    }

    [Theory, EveryDatabase]
    public async Task Reply_ToWhatSomebodyElseHasChanged_SaysSoAndWritesNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        await AsOfficerAsync<ReportProgress>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, "We have been out to look."), viewer, default)
        );

        await Should.ThrowAsync<ChangedSinceOpenedException>(() => ReplyAsync(council, at));

        (await council.MatterAsync(at.Reference)).State.ShouldBe(MatterState.Open);
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.3/e")]
    public async Task LeaveUnanswered_AnAbusiveMessage_LiftsTheDuty(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var result = await AsOfficerAsync<LeaveUnanswered>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, true, "It calls me names throughout."), viewer, default)
        );

        result.ShouldBeOfType<ActResult.Done>();
        var matter = await council.MatterAsync(at.Reference);
        matter.State.ShouldBe(MatterState.Closed);
        var duty = matter.Duties.ShouldHaveSingleItem();
        duty.State.ShouldBe(DutyState.Lifted);
        duty.Ledger.OrderBy(line => line.Sequence).Last().Source.ShouldBe("wigan/4.3/e");
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.3/f")]
    public async Task LeaveUnanswered_AnAbusiveCall_KeepsTheNoteOfIt(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var result = await AsOfficerAsync<LeaveUnanswered>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, true, "Shouted insults; I rang off at 10:12.", "phone"), viewer, default)
        );

        result.ShouldBeOfType<ActResult.Done>();
        (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem().State.ShouldBe(DutyState.Lifted);
        (await KeptAsync(council)).ShouldContain("register call-note wigan/4.3/f");
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.2/f")]
    public async Task ReportProgress_WhileItIsOpen_IsKeptAsTheProtocolWants(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var result = await AsOfficerAsync<ReportProgress>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, "We have been out to look."), viewer, default)
        );

        result.ShouldBeOfType<ActResult.Done>();
        (await KeptAsync(council)).ShouldContain("register progress-notes wigan/6.2/f");
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.2/c")]
    public async Task LeaveUnanswered_AnOrdinaryMessage_IsRefused(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var result = await AsOfficerAsync<LeaveUnanswered>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, false, "Too busy."), viewer, default)
        );

        result.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("wigan/6.2/c");
        (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem().State.ShouldBe(DutyState.Owed);
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.2/b")]
    public async Task TellOfDelay_TellsTheMemberAndMovesNoDate(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        await AsOfficerAsync<TellOfDelay>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, "The contractor is late.", new DateOnly(2026, 5, 1)), viewer, default)
        );

        var matter = await council.MatterAsync(at.Reference);
        matter.Duties.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 20));
        var answers = await council.ReadAsync(db =>
            db.Contents.Where(item => db.Decisions.Any(row => row.MatterId == matter.Id && row.AnswerContentId == item.Id))
                .Select(item => item.Text!)
                .ToListAsync()
        );
        answers.ShouldContain(answer => answer.Contains("due delay-notice") && answer.Contains("wigan/6.2/b"));
    }

    [Theory, EveryDatabase]
    public async Task Pause_AndExtend_WithoutAnArrangement_AreRefused(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var paused = await AsOfficerAsync<PauseClock>(council, (act, viewer) => act.ExecuteAsync(new(at, "Which light?"), viewer, default));
        var extended = await AsOfficerAsync<ExtendDate>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, 5, "It is complicated."), viewer, default)
        );

        paused.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("wigan/6.2/c");
        extended.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("wigan/6.2/c");
        (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 20));
    }

    [Theory, EveryDatabase]
    public async Task Pause_AsTheCouncilArranged_LeavesOutTheDaysUntilTheMemberAnswers(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await ArrangeAsync(council, ArrangementKeys.PauseForMember, "yes");
        var at = await council.AskedAsync();

        (
            await AsOfficerAsync<PauseClock>(council, (act, viewer) => act.ExecuteAsync(new(at, "Which light?"), viewer, default))
        ).ShouldBeOfType<ActResult.Done>();
        (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem().DueOn.ShouldBeNull();

        council.Clock.Set(new DateTime(2026, 4, 8, 9, 0, 0, DateTimeKind.Utc));
        var member = await council.ViewerAsync(council.People.Member);
        await council.DoAsync<AnswerOfficer, ActResult>(act =>
            act.ExecuteAsync(new(at with { Version = 2 }, "The one by the gate.", []), member, default)
        );

        // 2 to 8 April are left out; of them 7 and 8 April were working days that would have counted.
        (await council.MatterAsync(at.Reference))
            .Duties.ShouldHaveSingleItem()
            .DueOn.ShouldBe(new DateOnly(2026, 4, 22));
    }

    [Theory, EveryDatabase]
    public async Task Extend_AsTheCouncilArranged_PutsTheDateBackAndNoFurther(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await ArrangeAsync(council, ArrangementKeys.Extension, "5");
        var at = await council.AskedAsync();

        var tooFar = await AsOfficerAsync<ExtendDate>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, 6, "Complicated."), viewer, default)
        );
        var done = await AsOfficerAsync<ExtendDate>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, 5, "Complicated."), viewer, default)
        );

        tooFar.ShouldBeOfType<ActResult.Refused>();
        done.ShouldBeOfType<ActResult.Done>();
        (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 27));
    }

    [Theory, EveryDatabase]
    public async Task FollowUp_AfterAnAnswer_OwesAReplyAfresh(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        await ReplyAsync(council, at);
        council.Clock.Set(new DateTime(2026, 4, 13, 9, 0, 0, DateTimeKind.Utc));

        var member = await council.ViewerAsync(council.People.Member);
        var result = await council.DoAsync<FollowUpEnquiry, ActResult>(act =>
            act.ExecuteAsync(new(at with { Version = 2 }, "And the next one?", []), member, default)
        );

        result.ShouldBeOfType<ActResult.Done>();
        var matter = await council.MatterAsync(at.Reference);
        matter.State.ShouldBe(MatterState.Open);
        matter.Duties.Single(duty => duty.State == DutyState.Owed).DueOn.ShouldBe(new DateOnly(2026, 4, 27));
    }

    [Theory, EveryDatabase]
    public async Task FollowUp_AfterTheArrangedWindow_IsRefused(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await ArrangeAsync(council, ArrangementKeys.FollowUpWindow, "5");
        var at = await council.AskedAsync();
        await ReplyAsync(council, at);
        (await council.MatterAsync(at.Reference)).FollowUpUntil.ShouldBe(new DateOnly(2026, 4, 13));
        var member = await council.ViewerAsync(council.People.Member);

        council.Clock.Set(new DateTime(2026, 4, 14, 9, 0, 0, DateTimeKind.Utc));
        var late = await council.DoAsync<FollowUpEnquiry, ActResult>(act =>
            act.ExecuteAsync(new(at with { Version = 2 }, "And?", []), member, default)
        );

        late.ShouldBeOfType<ActResult.Refused>();
    }

    [Theory, EveryDatabase]
    public async Task Reassign_KeepsTheDateAndTheReasonAndMovesTheWall(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var result = await AsOfficerAsync<ReassignEnquiry>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, council.People.HousingOffice, "The light belongs to the estate."), viewer, default)
        );

        result.ShouldBeOfType<ActResult.Done>();
        var matter = await council.MatterAsync(at.Reference);
        matter.Duties.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 20));
        (await StandingAsync(council, at, council.People.HousingOfficer)).ShouldNotBeNull().IsOwner.ShouldBeTrue();
        (await StandingAsync(council, at, council.People.Officer)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.2/e")]
    public async Task RemindDue_WarnsOnceThenTellsTheLineManagerOnceItIsOverdue(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        Task<int> RemindAsync() => council.DoAsync<RemindDue, int>(job => job.ExecuteAsync(default));

        (await RemindAsync()).ShouldBe(0);
        council.Clock.Set(new DateTime(2026, 4, 16, 9, 0, 0, DateTimeKind.Utc));
        (await RemindAsync()).ShouldBe(1);
        (await RemindAsync()).ShouldBe(0);
        council.Clock.Set(new DateTime(2026, 4, 20, 22, 30, 0, DateTimeKind.Utc));
        (await RemindAsync()).ShouldBe(0);
        council.Clock.Set(new DateTime(2026, 4, 21, 9, 0, 0, DateTimeKind.Utc));
        (await RemindAsync()).ShouldBe(1);

        var manager = (await StandingAsync(council, at, council.People.Manager)).ShouldNotBeNull();
        manager.IsOwner.ShouldBeFalse();
        manager.MaySee(Parts.Content).ShouldBeTrue();
        manager.MaySee(Parts.Constituent).ShouldBeFalse();
        (await StandingAsync(council, at, council.People.Director)).ShouldBeNull();
        (
            await council.ReadAsync(db =>
                db.RecordEntries.Where(entry => entry.Kind == "reply-warning")
                    .Join(db.Contents, entry => entry.ContentId, content => content.Id, (_, content) => content.Text!)
                    .SingleAsync()
            )
        ).ShouldContain("wigan/6.2/e");
    }

    [Theory, EveryDatabase]
    public async Task Rate_IsTheMembersAloneAndOnlyAfterAnAnswer(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var member = await council.ViewerAsync(council.People.Member);
        Task<ActResult> RateAsync(Viewer viewer, int version) =>
            council.DoAsync<RateAnswer, ActResult>(act =>
                act.ExecuteAsync(new(at with { Version = version }, 4, "Quick."), viewer, default)
            );

        (await RateAsync(member, 1)).ShouldBeOfType<ActResult.Refused>();
        await ReplyAsync(council, at);
        (await RateAsync(await council.ViewerAsync(council.People.Officer), 2)).ShouldBeOfType<ActResult.NotThere>();
        (await RateAsync(member, 2)).ShouldBeOfType<ActResult.Done>();

        (await council.MatterAsync(at.Reference)).Satisfaction.ShouldBe(4);
    }

    private static Task<ActResult> AcknowledgeAsync(TestCouncil council, MatterAt at) =>
        AsOfficerAsync<AcknowledgeEnquiry>(council, (act, viewer) => act.ExecuteAsync(new(at, Explanation, true), viewer, default));

    private static Task<ActResult> ReplyAsync(TestCouncil council, MatterAt at) =>
        AsOfficerAsync<ReplyToEnquiry>(
            council,
            (act, viewer) => act.ExecuteAsync(new(at, "It will be mended on 28 April.", []), viewer, default)
        );

    private static async Task<ActResult> AsOfficerAsync<TAct>(TestCouncil council, Func<TAct, Viewer, Task<ActResult>> act)
        where TAct : notnull
    {
        var viewer = await council.ViewerAsync(council.People.Officer);
        return await council.DoAsync<TAct, ActResult>(found => act(found, viewer));
    }

    private static async Task<Standing?> StandingAsync(TestCouncil council, MatterAt at, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Comity.Service.Requests.Enquiries, Standing?>(enquiries =>
            enquiries.FindAsync(at.Reference, viewer, default)
        );
    }

    private static async Task ArrangeAsync(TestCouncil council, string key, string value) =>
        await council.ReadAsync(async db =>
        {
            db.Arrangements.Add(
                new Arrangement
                {
                    Id = Guid.CreateVersion7(),
                    Key = key,
                    Value = value,
                    AuthorPersonId = council.People.MonitoringOfficer,
                    Minute = "Council 12 March 2026, minute 41",
                    From = new DateOnly(2026, 3, 12),
                    RecordedAt = council.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });

    private static async Task<List<string>> KeptAsync(TestCouncil council) =>
        [
            .. (
                await council.ReadAsync(db =>
                    db.Contents.Where(item => db.Decisions.Any(row => row.AnswerContentId == item.Id))
                        .Select(item => item.Text!)
                        .ToListAsync()
                )
            ).SelectMany(answer => answer.Split('\n')),
        ];
}
