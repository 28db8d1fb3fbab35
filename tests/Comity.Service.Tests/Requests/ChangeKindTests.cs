using Comity.Service.Arrangements;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>What was asked turns out to be something else.</summary>
public sealed class ChangeKindTests
{
    private const string Why = "You want to know what the council could do, not what it has done.";
    private static readonly Dictionary<string, string> NoFacts = [];

    [Theory, EveryDatabase]
    [Norm("wigan/4.5/j")]
    public async Task Change_ToAKindWithTheSameTime_KeepsTheDutyAndGoesWhereTheProtocolSendsIt(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var before = await DutyAsync(council, at);

        (await ChangeAsync(council, at, EnquiryKind.Advice)).ShouldBeOfType<ActResult.Done>();

        var matter = await council.MatterAsync(at.Reference);
        var after = await DutyAsync(council, at);
        matter.Kind.ShouldBe("advice");
        (after.Id, after.DueOn, after.State).ShouldBe((before.Id, before.DueOn, DutyState.Owed));
        after.Ledger.ShouldHaveSingleItem();
        var owner = await council.DoAsync<MatterParties, PartyIdentity?>(parties => parties.InAsync(matter, MatterParties.Owner, default));
        owner!.PersonId.ShouldBe(council.People.Director);
        (await DecidedAsync(council, matter)).ShouldContain(answer => answer.Contains("wigan/4.5/j"));
        var said = await WordsAsync(council, matter, ChangeKind.MessageKind);
        said.ShouldBe($"Asked as: enquiry. Dealt with as: request for advice. {Why}");
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "kind-changed"))).ShouldBe(1);
        (
            await council.ReadAsync(db =>
                db.Outbox.Where(mail => mail.ToPersonId == council.People.Member).Select(mail => mail.Body).ToListAsync()
            )
        ).ShouldContain(body => body.Contains("It is now dealt with as a request for advice. The date has not changed."));
    }

    [Theory, EveryDatabase]
    [Norm("town/4.1/d")]
    [Norm("town/4.1/e")]
    public async Task Change_ToAKindWithAnotherTime_CountsItFromTheDayItCameAndLeavesTheOldOneToBeRead(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town"));
        await council.ArrangeAsync(ArrangementKeys.StandardPrefix + "enquiry-standard", "7");
        await council.ArrangeAsync(ArrangementKeys.StandardPrefix + "complaint-standard", "12");
        await council.ArrangeAsync(ArrangementKeys.PauseForMember, "yes");
        var at = await council.AskedAsync();
        var before = await DutyAsync(council, at);
        var owner = await OwnerAsync(council, at);
        await council.DoAsync<PauseClock, ActResult>(async act =>
            await act.ExecuteAsync(new(at, "Which lamp?"), await council.ViewerAsync(owner), default)
        );
        council.Clock.Advance(TimeSpan.FromDays(1));
        await council.DoAsync<AnswerOfficer, ActResult>(async act =>
            await act.ExecuteAsync(
                new(at with { Version = 2 }, "The last one.", []),
                await council.ViewerAsync(council.People.Member),
                default
            )
        );

        (await ChangeAsync(council, at with { Version = 3 }, EnquiryKind.ConstituentComplaint, owner)).ShouldBeOfType<ActResult.Done>();

        var duties = await council.ReadAsync(db =>
            db.Duties.Include(duty => duty.Ledger)
                .Where(duty => duty.Kind == EnquiryRules.ReplyDuty)
                .OrderBy(duty => duty.CreatedAt)
                .ToListAsync()
        );
        var (old, now) = (duties[0], duties[1]);
        (old.Id, old.State).ShouldBe((before.Id, DutyState.Lifted));
        old.Ledger.OrderBy(line => line.Sequence).Select(line => line.Kind).ShouldBe(["started", "paused", "resumed", "stopped"]);
        now.State.ShouldBe(DutyState.Owed);
        now.Ledger.OrderBy(line => line.Sequence).Select(line => line.Kind).ShouldBe(["started", "paused", "resumed"]);
        now.Ledger.MinBy(line => line.Sequence)!.On.ShouldBe(before.Ledger[0].On);
        now.DueOn.ShouldNotBeNull();
        now.DueOn!.Value.ShouldBeGreaterThan(old.DueOn!.Value);
        (old.Source, now.Source).ShouldBe(
            ("arrangement: Council 12 March 2026, minute 41", "arrangement: Council 12 March 2026, minute 41")
        );
        (now.DebtorToken, now.CreditorToken).ShouldBe((old.DebtorToken, old.CreditorToken));
    }

    [Fact]
    [Norm("wigan/6.4/c")]
    public async Task Change_ToWhatMayNotBeAsked_IsRefusedByItsClauseAndLeavesNothingBehind()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        var at = await council.AskedAsync();

        var open = await ChangeAsync(council, at, EnquiryKind.Information);
        var refused = await ChangeAsync(
            council,
            at,
            EnquiryKind.Information,
            facts: new() { ["inspection-reason"] = "curiosity", ["need-to-know-shown"] = "yes" }
        );

        open.ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("needs to know first");
        refused.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("wigan/6.4/c");
        var matter = await council.MatterAsync(at.Reference);
        (matter.Kind, matter.Version).ShouldBe(("enquiry", 1));
    }

    [Fact]
    public async Task Change_ByAnybodyElse_IsNotThere()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        var at = await council.AskedAsync();

        foreach (var person in new[] { council.People.Member, council.People.Clerk, council.People.HousingOfficer })
        {
            (await ChangeAsync(council, at, EnquiryKind.Advice, person)).ShouldBeOfType<ActResult.NotThere>();
        }
    }

    [Fact]
    public async Task Change_WhatHasChangedSince_IsSaid()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        var at = await council.AskedAsync();

        await Should.ThrowAsync<ChangedSinceOpenedException>(() => ChangeAsync(council, at with { Version = 0 }, EnquiryKind.Advice));
    }

    [Fact]
    public async Task Change_WhatIsAnsweredOrIsThatAlready_IsRefused()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        var at = await council.AskedAsync();

        (await ChangeAsync(council, at, EnquiryKind.Enquiry)).ShouldBeOfType<ActResult.Refused>().Why.ShouldBe("It is that already.");
        await council.DoAsync<ReplyToEnquiry, ActResult>(async act =>
            await act.ExecuteAsync(new(at, "On Thursday.", []), await council.ViewerAsync(council.People.Officer), default)
        );
        (await ChangeAsync(council, at with { Version = 2 }, EnquiryKind.Advice))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldBe("It has been answered already.");
    }

    private static async Task<ActResult> ChangeAsync(
        TestCouncil council,
        MatterAt at,
        EnquiryKind to,
        Guid? by = null,
        Dictionary<string, string>? facts = null
    )
    {
        var viewer = await council.ViewerAsync(by ?? council.People.Officer);
        return await council.DoAsync<ChangeKind, ActResult>(act =>
            act.ExecuteAsync(new ChangeKindRequest(at, to, facts ?? NoFacts, Why), viewer, CancellationToken.None)
        );
    }

    private static async Task<Guid> OwnerAsync(TestCouncil council, MatterAt at)
    {
        var matter = await council.MatterAsync(at.Reference);
        return (
            await council.DoAsync<MatterParties, PartyIdentity?>(parties => parties.InAsync(matter, MatterParties.Owner, default))
        )!.PersonId;
    }

    private static async Task<Duty> DutyAsync(TestCouncil council, MatterAt at)
    {
        var matter = await council.MatterAsync(at.Reference);
        return await council.ReadAsync(db => db.Duties.Include(duty => duty.Ledger).SingleAsync(duty => duty.MatterId == matter.Id));
    }

    private static async Task<string> WordsAsync(TestCouncil council, Matter matter, string kind) =>
        await council.DoAsync<ContentStore, string>(async contents =>
        {
            var id = await council.ReadAsync(db =>
                db.Messages.Where(message => message.MatterId == matter.Id && message.Kind == kind)
                    .Select(message => message.ContentId)
                    .SingleAsync()
            );
            return (await contents.ReadTextAsync(id, default))!;
        });

    private static Task<List<string>> DecidedAsync(TestCouncil council, Matter matter) =>
        council.DoAsync<ContentStore, List<string>>(async contents =>
        {
            var ids = await council.ReadAsync(db =>
                db.Decisions.Where(taken => taken.MatterId == matter.Id).Select(taken => taken.AnswerContentId).ToListAsync()
            );
            var answers = new List<string>();
            foreach (var id in ids)
            {
                answers.Add((await contents.ReadTextAsync(id, default))!);
            }

            return answers;
        });
}
