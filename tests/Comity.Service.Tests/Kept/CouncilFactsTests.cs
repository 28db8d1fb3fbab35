using Comity.Service.Arrangements;
using Comity.Service.Kept;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Kept;

/// <summary>What is kept in memory about the council must never be older than the database: walls are built from it.</summary>
public sealed class CouncilFactsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Ask_twice_without_a_change_reads_the_facts_once(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var first = await FactsAsync(council);
        (await FactsAsync(council)).ShouldBeSameAs(first);
    }

    [Theory, EveryDatabase]
    public async Task Take_an_office_away_by_another_context_ends_what_its_holder_sees(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        (await council.ViewerAsync(council.People.Officer)).Tokens.ShouldNotBeEmpty();

        await using (var other = council.Database.Open())
        {
            var holding = await other.Holdings.SingleAsync(row => row.PersonId == council.People.Officer, Cancel);
            holding.SupersededAt = council.Clock.Now;
            await other.SaveChangesAsync(Cancel);
        }

        (await council.ViewerAsync(council.People.Officer)).Tokens.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Take_an_office_away_by_hand_ends_what_its_holder_sees(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        (await council.ViewerAsync(council.People.Officer)).Tokens.ShouldNotBeEmpty();

        await using (var other = council.Database.Open())
        {
            await other.Database.ExecuteSqlRawAsync("UPDATE offices SET until = '2020-01-01'", Cancel);
        }

        (await council.ViewerAsync(council.People.Officer)).Tokens.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Take_an_office_away_in_a_change_that_is_given_up_leaves_everything_as_it_was(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var before = await council.ViewerAsync(council.People.Officer);
        var kept = new KeptFacts();
        await using var db = council.Database.Open();
        var now = new CouncilNow(db, kept);

        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE offices SET until = '2020-01-01'", Cancel);

            // The change sees what it has changed …
            (await now.GetAsync(Cancel))
                .Register.OfficesOf(council.People.Officer, council.Clock.Today())
                .ShouldBeEmpty();
            await transaction.RollbackAsync(Cancel);
        }

        // … and nobody else does, not even through the same memory.
        (await now.GetAsync(Cancel))
            .Register.OfficesOf(council.People.Officer, council.Clock.Today())
            .ShouldNotBeEmpty();
        (await council.ViewerAsync(council.People.Officer)).Tokens.ShouldBe(before.Tokens);
    }

    [Theory, EveryDatabase]
    public async Task Save_after_asking_in_one_request_is_seen_by_the_next_question(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await using var db = council.Database.Open();
        var now = new CouncilNow(db, new KeptFacts());
        (await now.GetAsync(Cancel)).Register.NameOf(council.People.Officer).ShouldBe("Glen Officer");

        (await db.People.SingleAsync(person => person.Id == council.People.Officer, Cancel)).FullName = "Glen Renamed";
        await db.SaveChangesAsync(Cancel);

        (await now.GetAsync(Cancel)).Register.NameOf(council.People.Officer).ShouldBe("Glen Renamed");
    }

    [Theory, EveryDatabase]
    public async Task Change_who_stands_where_by_another_context_is_seen_by_the_next_question(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var (people, today, at) = (council.People, council.Clock.Today(), council.Clock.Now);
        await SeenAsync(
            register => register.LineManagersOfPerson(people.HousingOfficer, today).Count,
            1,
            new LineManagement
            {
                Id = Guid.CreateVersion7(),
                OfficeId = people.HousingOffice,
                ManagerOfficeId = people.DirectorOffice,
                From = TestPeople.Since,
                RecordedAt = at,
            }
        );
        await SeenAsync(
            register => register.HoldersOfRole("chief-officer", today).Count,
            1,
            new RoleEquivalence
            {
                Id = Guid.CreateVersion7(),
                Duty = "chief-officer",
                Role = "director",
                StatedByPersonId = people.Clerk,
                From = TestPeople.Since,
                RecordedAt = at,
            }
        );
        var lamps = Guid.CreateVersion7();
        await SeenAsync(
            register => register.Services(today).PathUp(lamps).Count,
            2,
            new ServiceArea
            {
                Id = lamps,
                Name = "Street lights",
                PartOfId = people.Highways,
                From = TestPeople.Since,
            }
        );
        await SeenAsync(
            register => register.NamedContacts(people.Orphaned, NamedContact.RegularSeniorOfficer, today).Count,
            1,
            new NamedContact
            {
                Id = Guid.CreateVersion7(),
                ServiceAreaId = people.Orphaned,
                OfficeId = people.HousingOffice,
                Contact = NamedContact.RegularSeniorOfficer,
                From = TestPeople.Since,
                RecordedAt = at,
            }
        );
        await SeenAsync(
            register => register.SubstitutesFor("monitoring-officer", today).Count(),
            1,
            new StatedSubstitute
            {
                Id = Guid.CreateVersion7(),
                Role = "monitoring-officer",
                OfficeId = people.DirectorOffice,
                AuthorPersonId = people.Clerk,
                Minute = "Council 12 March 2026, minute 42",
                From = TestPeople.Since,
                RecordedAt = at,
            }
        );
        var matter = (await council.MatterAsync((await council.AskedAsync()).Reference)).Id;
        await SeenAsync(
            register => register.RelationshipsOf("s:one", today).Count(),
            1,
            new DeclaredRelationship
            {
                Id = Guid.CreateVersion7(),
                MatterId = matter,
                PersonToken = "s:one",
                OtherToken = "s:other",
                From = TestPeople.Since,
                RecordedAt = at,
            }
        );

        async Task SeenAsync(Func<CouncilRegister, int> question, int after, object row)
        {
            question((await FactsAsync(council)).Register).ShouldBe(0);
            await using (var other = council.Database.Open())
            {
                other.Add(row);
                await other.SaveChangesAsync(Cancel);
            }

            question((await FactsAsync(council)).Register).ShouldBe(after);
        }
    }

    [Theory, EveryDatabase]
    public async Task Every_table_that_the_facts_are_read_from_renews_the_stamp_on_every_kind_of_change(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var rules = await db
            .Database.SqlQueryRaw<string>(
                kind == DatabaseKind.Sqlite
                    ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%UPDATE council_stamps SET value%'"
                    : """
                    SELECT t.tgname || '_' || lower(e.event_manipulation) AS "Value"
                    FROM pg_trigger t JOIN information_schema.triggers e ON e.trigger_name = t.tgname
                    WHERE t.tgenabled = 'O' AND e.action_statement LIKE '%renew_council_stamp()'
                    """
            )
            .ToListAsync(Cancel);
        var tables = CouncilStamp.RenewedBy.Select(type => db.Model.FindEntityType(type)!.GetTableName()!).ToList();

        foreach (var table in tables)
        {
            foreach (var change in new[] { "insert", "update", "delete" })
            {
                rules.ShouldContain($"{CouncilStamp.TriggerOn(table)}_{change}");
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Lose_the_stamp_and_nothing_is_kept(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await using (var other = council.Database.Open())
        {
            await other.Database.ExecuteSqlRawAsync("DELETE FROM council_stamps", Cancel);
        }

        var first = await FactsAsync(council);
        (await FactsAsync(council)).ShouldNotBeSameAs(first);
    }

    private static Task<CouncilFacts> FactsAsync(TestCouncil council) =>
        council.DoAsync<CouncilNow, CouncilFacts>(now => now.GetAsync(Cancel).AsTask());
}
