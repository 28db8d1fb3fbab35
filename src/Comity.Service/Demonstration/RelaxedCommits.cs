using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Demonstration;

/// <summary>
/// While the demonstration is being built its commits do not wait for the disk: nobody has been told yet that anything was saved, and a half-built
/// demonstration is thrown away. <see cref="FlushAsync"/> ends that: when it returns, all of it is on the disk.
/// </summary>
internal static class RelaxedCommits
{
    /// <summary>Keeps the context's connection open and relaxes it. It is made strict again by whoever opens it next.</summary>
    public static async Task BeginAsync(ComityDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(OnSqlite(db) ? "PRAGMA synchronous=OFF" : "SET synchronous_commit = off", cancellationToken);
    }

    public static async Task FlushAsync(ComityDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (OnSqlite(db))
        {
            // With synchronous=FULL a checkpoint flushes the log and then the database file (SQLite documentation, "PRAGMA synchronous").
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        }
        else
        {
            // A commit that waits flushes the write-ahead log up to itself, and with it every commit before it (PostgreSQL manual, 28.4).
            await db.Database.ExecuteSqlRawAsync("SET synchronous_commit = on", cancellationToken);
            await db.RecordHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Size, head => head.Size), cancellationToken);
        }
    }

    private static bool OnSqlite(ComityDb db) => db.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";
}
