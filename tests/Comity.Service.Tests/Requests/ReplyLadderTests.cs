using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>An overdue reply goes up the steps that the protocol writes.</summary>
public sealed class ReplyLadderTests
{
    // Asked on 2 April, due on 20 April.
    private static readonly DateTime Overdue = new(2026, 4, 21, 9, 0, 0, DateTimeKind.Utc);

    [Theory, EveryDatabase]
    [Norm("wigan/5.1/a")]
    public async Task RemindDue_WhenItIsOverdue_TellsTheFirstStepOfTheProtocolAndNobodyElse(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        council.Clock.Set(Overdue);

        (await RemindAsync(council)).ShouldBe(1);

        (await GrantSourcesAsync(council, at)).ShouldBe(["wigan/5.1/a"]);
        (await SeesAsync(council, at, council.People.Manager)).ShouldBeTrue();
        (await SeesAsync(council, at, council.People.Director)).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task RemindDue_WithoutTheCouncilsChoice_GoesNoFurtherByItself(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        council.Clock.Set(Overdue);
        await RemindAsync(council);

        council.Clock.Advance(TimeSpan.FromDays(200));

        (await RemindAsync(council)).ShouldBe(0);
        (await SeesAsync(council, at, council.People.Director)).ShouldBeFalse();
        var standing = await StandingAsync(council, at);
        standing.Next.ShouldNotBeNull().Who.ShouldBe("director");
        standing.NextOn.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    [Norm("wigan/5.1/c")]
    public async Task TakeReplyFurther_ByTheMember_TellsTheNextStepThatLeadsToSomebody(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        council.Clock.Set(Overdue);
        await RemindAsync(council);

        var result = await FurtherAsync(council, at, council.People.Member);

        // Nobody is assistant director here, so that step leads to nobody and the record says so.
        result.ShouldBeOfType<ActResult.Done>();
        (await SeesAsync(council, at, council.People.Director)).ShouldBeTrue();
        (await GrantSourcesAsync(council, at)).ShouldBe(["wigan/5.1/a", "wigan/5.1/c"]);
        var recorded = await council.ReadAsync(db =>
            db.RecordEntries.Where(entry => entry.Kind == "reply-overdue")
                .Join(db.Contents, entry => entry.ContentId, content => content.Id, (entry, content) => content.Text!)
                .ToListAsync()
        );
        recorded.Count(text => text.Contains("wigan/5.1/b") && text.Contains("\"told\":0")).ShouldBe(1);

        var last = (await FurtherAsync(council, at with { Version = 2 }, council.People.Member)).ShouldBeOfType<ActResult.Refused>();
        last.Why.ShouldContain("nobody further up");
    }

    [Theory, EveryDatabase]
    [Norm("wigan/5.1/b")]
    public async Task TakeReplyFurther_WhereThereIsAnAssistantDirector_GoesThereBeforeTheDirector(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var assistant = await AddOfficerAsync(council, "Ash Assistant", "assistant-director");
        var at = await council.AskedAsync();
        council.Clock.Set(Overdue);
        await RemindAsync(council);

        await FurtherAsync(council, at, council.People.Member);

        (await SeesAsync(council, at, assistant)).ShouldBeTrue();
        (await SeesAsync(council, at, council.People.Director)).ShouldBeFalse();
        (await GrantSourcesAsync(council, at)).ShouldContain("wigan/5.1/b");
    }

    [Theory, EveryDatabase]
    public async Task TakeReplyFurther_BeforeItIsOverdueOrByAnybodyElse_DoesNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        (await FurtherAsync(council, at, council.People.Member)).ShouldBeOfType<ActResult.Refused>();
        council.Clock.Set(Overdue);
        foreach (var person in new[] { council.People.Officer, council.People.SameWardMember, council.People.MonitoringOfficer })
        {
            (await FurtherAsync(council, at, person)).ShouldBeOfType<ActResult.NotThere>();
        }

        (await SeesAsync(council, at, council.People.Manager)).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task RemindDue_AfterAsManyDaysAsTheCouncilChose_GoesTheNextStepOnce(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await council.ArrangeAsync(ArrangementKeys.NextStep, "3");
        var at = await council.AskedAsync();
        council.Clock.Set(Overdue);
        (await RemindAsync(council)).ShouldBe(1);
        (await StandingAsync(council, at)).NextOn.ShouldBe(new DateOnly(2026, 4, 24));

        council.Clock.Set(new DateTime(2026, 4, 23, 9, 0, 0, DateTimeKind.Utc));
        (await RemindAsync(council)).ShouldBe(0);
        council.Clock.Set(new DateTime(2026, 4, 24, 9, 0, 0, DateTimeKind.Utc));
        (await RemindAsync(council)).ShouldBe(1);
        (await RemindAsync(council)).ShouldBe(0);

        (await SeesAsync(council, at, council.People.Director)).ShouldBeTrue();
        (await SeesAsync(council, at, council.People.MonitoringOfficer)).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task RemindDue_WhileTheManagerIsAway_TellsWhoeverActsForThem(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var deputy = await DeputyAsync(council, council.People.Manager, council.People.HousingOfficer);
        var at = await council.AskedAsync();
        council.Clock.Set(Overdue);

        await RemindAsync(council);

        (await ToldAsync(council, deputy)).ShouldContain(subject => subject.Contains("overdue"));
        (await SeesAsync(council, at, deputy)).ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task RemindDue_WhileTheOfficerIsAway_WarnsTheDeputyAndNeverAsksThemAboutThemselves(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await DeputyAsync(council, council.People.Officer, council.People.Manager);
        var at = await council.AskedAsync();
        council.Clock.Set(new DateTime(2026, 4, 17, 9, 0, 0, DateTimeKind.Utc));

        await RemindAsync(council);

        (await ToldAsync(council, council.People.Manager)).ShouldContain(subject => subject.Contains("due by"));
        council.Clock.Set(Overdue);
        await RemindAsync(council);
        (await GrantSourcesAsync(council, at)).ShouldBe(["wigan/5.1/a"]);
        (await ToldAsync(council, council.People.Director)).ShouldContain(subject => subject.Contains("it has come to you"));
        (await ToldAsync(council, council.People.Manager)).ShouldNotContain(subject => subject.Contains("it has come to you"));
    }

    [Theory, EveryDatabase]
    public async Task RemindDue_WhereTheProtocolWritesNoWayUp_TellsTheLineManagerAsComitysOwnSafeguard(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Millbrook));
        var at = await council.AskedAsync();
        council.Clock.Set(Overdue);

        (await RemindAsync(council)).ShouldBe(1);

        (await SeesAsync(council, at, council.People.Manager)).ShouldBeTrue();
        (await GrantSourcesAsync(council, at)).ShouldBe([Audience.SafeguardSource]);
        (await StandingAsync(council, at)).Next.ShouldBeNull();
    }

    private static Task<int> RemindAsync(TestCouncil council) => council.DoAsync<RemindDue, int>(job => job.ExecuteAsync(default));

    private static Task<ActResult> FurtherAsync(TestCouncil council, MatterAt at, Guid by) =>
        council.ActAsync<TakeReplyFurther>(by, (act, viewer) => act.ExecuteAsync(new(at), viewer, default));

    private static async Task<LadderStanding> StandingAsync(TestCouncil council, MatterAt at)
    {
        var matter = await council.MatterAsync(at.Reference);
        var stand = await council.DoAsync<MatterParties, IReadOnlyList<MatterParty>>(parties => parties.OfAsync(matter, default));
        return await council.DoAsync<ReplyLadder, LadderStanding>(ladder =>
            ladder.StandingAsync(stand, matter.Duties.Single(), council.Clock.Today(), default)
        );
    }

    private static async Task<bool> SeesAsync(TestCouncil council, MatterAt at, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Comity.Service.Requests.Enquiries, Standing?>(enquiries =>
            enquiries.FindAsync(at.Reference, viewer, default)
        )
            is not null;
    }

    private static async Task<List<string>> GrantSourcesAsync(TestCouncil council, MatterAt at)
    {
        var matter = await council.MatterAsync(at.Reference);
        return await council.ReadAsync(db =>
            db.Grants.Where(grant => grant.MatterId == matter.Id && grant.Reason.StartsWith("A reply is overdue"))
                .Select(grant => grant.Source)
                .Distinct()
                .OrderBy(source => source)
                .ToListAsync()
        );
    }

    private static Task<List<string>> ToldAsync(TestCouncil council, Guid person) =>
        council.ReadAsync(db => db.Outbox.Where(mail => mail.ToPersonId == person).Select(mail => mail.Subject).ToListAsync());

    private static async Task<Guid> DeputyAsync(TestCouncil council, Guid away, Guid deputy)
    {
        await council.ReadAsync(async db =>
        {
            var office = await db.Set<Holding>().Where(held => held.PersonId == away).Select(held => held.OfficeId).SingleAsync();
            db.Add(
                new Deputy
                {
                    Id = Guid.CreateVersion7(),
                    OfficeId = office,
                    PersonId = deputy,
                    From = new DateOnly(2026, 3, 1),
                    RecordedAt = council.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });
        return deputy;
    }

    private static async Task<Guid> AddOfficerAsync(TestCouncil council, string name, string role)
    {
        var (person, office) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await council.ReadAsync(async db =>
        {
            db.Add(
                new Person
                {
                    Id = person,
                    FullName = name,
                    RecordedAt = council.Clock.Now,
                }
            );
            db.Add(
                new Office
                {
                    Id = office,
                    Title = name,
                    Role = role,
                    ServiceAreaId = council.People.Highways,
                    From = new DateOnly(2024, 5, 1),
                }
            );
            db.Add(
                new Holding
                {
                    Id = Guid.CreateVersion7(),
                    OfficeId = office,
                    PersonId = person,
                    From = new DateOnly(2024, 5, 1),
                    RecordedAt = council.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });
        return person;
    }
}
