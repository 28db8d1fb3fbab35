using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Record;

public sealed class ChainReadsTests
{
    [Theory]
    [EveryDatabase]
    public async Task Chain_takes_every_read_once_and_the_record_vouches_for_the_day(DatabaseKind kind)
    {
        await using var council = await WithReadsAsync(kind, 3);

        (await ChainAsync(council)).ShouldBe(3);
        (await ChainAsync(council)).ShouldBe(0);
        await NoteAsync(council);
        (await ChainAsync(council)).ShouldBe(1);

        (await council.ReadAsync(db => db.ReadEntries.Select(read => read.Sequence).Order().ToListAsync())).ShouldBe([0, 1, 2, 3]);
        (await BoundAsync(council)).ShouldBe(1, "once a day is enough");
        (await VerifyAsync(council)).ShouldBeNull();

        council.Clock.Advance(TimeSpan.FromDays(1));
        (await ChainAsync(council)).ShouldBe(0);
        (await BoundAsync(council)).ShouldBe(2, "the fourth read is vouched for the day after");
        (await VerifyAsync(council)).ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task Chain_by_several_at_once_gives_no_read_two_places(DatabaseKind kind)
    {
        await using var council = await WithReadsAsync(kind, 5);
        await ChainAsync(council);
        for (var i = 0; i < 20; i++)
        {
            await NoteAsync(council);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ChainAsync(council)));

        (await council.ReadAsync(db => db.ReadEntries.Select(read => read.Sequence).Order().ToListAsync())).ShouldBe(
            Enumerable.Range(0, 25).Select(place => (long?)place)
        );
        (await VerifyAsync(council)).ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task Verify_finds_a_read_that_was_altered(DatabaseKind kind)
    {
        await using var council = await WithReadsAsync(kind, 3);
        await ChainAsync(council);

        await council.ReadAsync(db =>
            db.ReadEntries.Where(read => read.Sequence == 1)
                .ExecuteUpdateAsync(set => set.SetProperty(read => read.ViewerToken, "p:another"))
        );

        (await VerifyAsync(council)).ShouldBe("Read 1 is not what it was.");
    }

    [Theory]
    [InlineData(1, "Read 1 is missing.")]
    [InlineData(2, "Read 2 and everything after it is missing.")]
    public async Task Verify_finds_a_read_that_was_taken_out(long place, string finding)
    {
        await using var council = await WithReadsAsync(DatabaseKind.Sqlite, 3);
        await ChainAsync(council);

        await council.ReadAsync(db => db.ReadEntries.Where(read => read.Sequence == place).ExecuteDeleteAsync());

        (await VerifyAsync(council)).ShouldBe(finding);
    }

    [Theory]
    [EveryDatabase]
    public async Task Verify_finds_a_log_that_was_made_anew_from_the_start(DatabaseKind kind)
    {
        await using var council = await WithReadsAsync(kind, 3);
        await ChainAsync(council);

        await using (var db = council.Database.Open())
        {
            await db.ReadEntries.Where(read => read.Sequence == 2).ExecuteDeleteAsync();
            var appender = RecordAppender.Start(LogId.OfReads(council.Keys.CouncilId));
            foreach (var read in await db.ReadEntries.OrderBy(read => read.Sequence).ToListAsync())
            {
                read.AppendTo(appender, read.Salt!);
                read.LeafHash = appender.LastHash.ToArray();
            }

            var head = await db.ReadHeads.SingleAsync();
            head.Size = head.BoundSize = appender.Size;
            head.LastHash = appender.LastHash.ToArray();
            head.CompactRange = appender.CompactRangeBytes();
            await db.SaveChangesAsync();
        }

        (await VerifyAsync(council)).ShouldBe("The log is not the one that the record vouches for.");
    }

    private static async Task<TestCouncil> WithReadsAsync(DatabaseKind kind, int count)
    {
        var council = await TestCouncil.CreateAsync(kind);
        await council.AskAsync(request => request with { Sealed = true });
        for (var i = 0; i < count; i++)
        {
            await NoteAsync(council);
        }

        return council;
    }

    private static async Task NoteAsync(TestCouncil council)
    {
        var viewer = await council.ViewerAsync(council.People.Officer);
        var matter = await council.ReadAsync(db => db.Matters.AsNoTracking().SingleAsync());
        council.Clock.Advance(TimeSpan.FromSeconds(1));
        await council.DoAsync<ReadLog, bool>(async log =>
        {
            await log.NoteAsync(matter, Parts.Content, viewer, CancellationToken.None);
            return true;
        });
    }

    private static Task<int> ChainAsync(TestCouncil council) =>
        council.DoAsync<ChainReads, int>(chain => chain.ExecuteAsync(CancellationToken.None));

    private static Task<string?> VerifyAsync(TestCouncil council) =>
        council.DoAsync<VerifyReads, string?>(verify => verify.ExecuteAsync(CancellationToken.None));

    private static Task<int> BoundAsync(TestCouncil council) =>
        council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == ChainReads.BoundKind));
}
