using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Comity.Service.Tests.Record;

/// <summary>Two people save the same thing, opened in the same state, at the same instant: one of them has it, the other is told.</summary>
public sealed class AtTheSameInstantTests
{
    [Theory, EveryDatabase]
    public async Task Save_ThePersonThatTwoHaveOpened_KeepsOneAndTellsTheOther(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var opened = await council.ReadAsync(db => db.People.AsNoTracking().SingleAsync(person => person.Id == council.People.Member));
        var clerk = await council.ViewerAsync(council.People.Clerk);

        var outcomes = await BothAsync(
            council,
            kind,
            name =>
                council.DoAsync<SavePerson, RegisterChange>(save =>
                    save.ExecuteAsync(clerk, new(opened.Id, name, opened.Email, null, AsOpened.Of(opened)))
                )
        );

        outcomes.Order().ShouldBe([nameof(ChangedSinceOpenedException), nameof(RegisterChange.Done)]);
        var entries = await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "person-changed"));
        entries.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Reply_ToTheEnquiryThatTwoHaveOpened_KeepsOneAndTellsTheOther(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        var outcomes = await BothAsync(
            council,
            kind,
            words =>
                council.ActAsync<ReplyToEnquiry>(
                    council.People.Officer,
                    (reply, viewer) => reply.ExecuteAsync(new(at, words, []), viewer, CancellationToken.None)
                )
        );

        outcomes.Order().ShouldBe([nameof(ChangedSinceOpenedException), nameof(ActResult.Done)]);
        var matter = await council.MatterAsync(at.Reference);
        matter.Version.ShouldBe(2);
        matter.Messages.Count(message => message.Kind == "reply").ShouldBe(1);
    }

    /// <summary>A council's very first write has no entry before it to follow.</summary>
    [Theory, EveryDatabase]
    public async Task Begin_TheFirstWriteTwiceAtOnce_GivesOneRecord(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await council.ReadAsync(db => db.RecordEntries.ExecuteDeleteAsync());
        await council.ReadAsync(db => db.RecordHeads.ExecuteDeleteAsync());

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                        council.DoAsync<CouncilWrites, bool>(async writes =>
                        {
                            await using var write = await writes.BeginAsync(Acting.Service, default);
                            write.Record("note", []);
                            await write.CommitAsync(default);
                            return true;
                        })
                    )
                )
        );

        (await council.ReadAsync(db => db.RecordHeads.Select(head => head.Size).SingleAsync())).ShouldBe(4);
        (await council.ReadAsync(db => db.RecordEntries.Select(entry => entry.Sequence).OrderBy(at => at).ToListAsync())).ShouldBe([
            0,
            1,
            2,
            3,
        ]);
    }

    /// <summary>Does it twice while somebody else has the turn, and gives it up when both stand in the queue.</summary>
    private static async Task<IReadOnlyList<string>> BothAsync<TResult>(
        TestCouncil council,
        DatabaseKind kind,
        Func<string, Task<TResult>> act
    )
        where TResult : class
    {
        var both = await council.ReadAsync(async db =>
        {
            await using var turn = await db.Database.BeginTransactionAsync();
            await db.RecordHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Size, head => head.Size));
            var started = new[] { "Ann", "Bea" }.Select(words => Task.Run(() => OutcomeAsync(act, words))).ToList();
            await QueuedAsync(council, kind, started);
            return started;
        });
        return await Task.WhenAll(both);
    }

    private static async Task<string> OutcomeAsync<TResult>(Func<string, Task<TResult>> act, string words)
        where TResult : class
    {
        try
        {
            return (await act(words)).GetType().Name;
        }
        catch (ChangedSinceOpenedException changed)
        {
            return changed.GetType().Name;
        }
    }

    // SQLite lets nobody begin meanwhile; PostgreSQL says who waits for a lock.
    private static async Task QueuedAsync(TestCouncil council, DatabaseKind kind, List<Task<string>> started)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(council.Database.Location);
        await connection.OpenAsync();
        await using var waiting = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            connection
        );
        var queued = 0L;
        while (queued < started.Count && !started.Exists(one => one.IsCompleted))
        {
            queued = (long)(await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }
}
