using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Record;

/// <summary>
/// Begins the one kind of transaction in which anything changes: the change and its entries in the record are committed together or not at all.
/// The writes of a council come one after the other from their first statement on: what a write finds is still so when it commits.
/// </summary>
public sealed class CouncilWrites(ComityDb db, ContentStore contents, ViewerTokens tokens, TimeProvider clock)
{
    /// <summary>The council's date now.</summary>
    public DateOnly Today => clock.Today();

    public async Task<CouncilWrite> BeginAsync(Acting acting, CancellationToken cancellationToken)
    {
        // A write that fails is given up whole: no part of it is gone back to, so no save within it marks a place to go back to.
        db.Database.AutoSavepointsEnabled = false;
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await TakeTurnAsync(cancellationToken);
            return new CouncilWrite(db, transaction, contents, tokens, acting, RecordLeaf.ToMicroseconds(clock.GetUtcNow().UtcDateTime));
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// SQLite has one writer anyway. On PostgreSQL the row of the record's head is written to itself, which takes its lock: before any other
    /// row, so that two writes never hold what the other waits for. A council's first write makes the row; of two at once one makes it, and
    /// the other waits for it.
    /// </summary>
    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (await LockHeadAsync(cancellationToken) > 0)
        {
            return;
        }

        byte[] nothing = new CompactRange().ToBytes();
        var none = RecordHash.Zero.ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO record_heads (id, log_id, size, last_hash, compact_range)
            SELECT 1, id, 0, {none}, {nothing} FROM councils WHERE true
            ON CONFLICT (id) DO NOTHING
            """,
            cancellationToken
        );
        await LockHeadAsync(cancellationToken);
    }

    private Task<int> LockHeadAsync(CancellationToken cancellationToken) =>
        db.RecordHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Size, head => head.Size), cancellationToken);
}
