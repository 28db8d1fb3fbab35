using System.Text.Json.Nodes;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Record;

/// <summary>
/// Gives the reads that were noted since the last time their place in the chain of their own log, and once a day has the record vouch for that log's
/// root: from then on no read can be taken out, or put in, without a trace in what others hold of the record.
/// </summary>
public sealed class ChainReads(ComityDb db, CouncilWrites writes)
{
    /// <summary>The kind of the record's entries that hold the root.</summary>
    public const string BoundKind = "reads.bound";

    private const int AtATime = 500;

    /// <returns>How many reads took their place.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var count = await NextAsync(cancellationToken);
            total += count;
            if (count < AtATime)
            {
                return total;
            }
        }
    }

    private async Task<int> NextAsync(CancellationToken cancellationToken)
    {
        var stood = await db.ReadHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var today = writes.Today;
        var isToBind = stood is not null && stood.BoundOn != today && stood.BoundSize < stood.Size;
        if (!isToBind && !await db.ReadEntries.AnyAsync(read => read.Sequence == null, cancellationToken))
        {
            return 0;
        }

        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);

        // The row is written before it is read, so that two processes chain one after the other.
        await db.ReadHeads.ExecuteUpdateAsync(set => set.SetProperty(row => row.Size, row => row.Size), cancellationToken);
        var head = await db.ReadHeads.SingleOrDefaultAsync(cancellationToken);
        var log = LogId.OfReads(await db.Councils.Select(row => row.Id).SingleAsync(cancellationToken));
        var appender = head is null
            ? RecordAppender.Start(log)
            : RecordAppender.Resume(log, head.CompactRange, new RecordHash(head.LastHash));
        var reads = await db
            .ReadEntries.Where(read => read.Sequence == null)
            .OrderBy(read => read.Id)
            .Take(AtATime)
            .ToListAsync(cancellationToken);
        foreach (var read in reads)
        {
            read.Salt = RecordCommitment.NewSalt();
            read.Sequence = read.AppendTo(appender, read.Salt).Sequence;
            read.LeafHash = appender.LastHash.ToArray();
        }

        if (head is null)
        {
            head = new ReadHead { LastHash = [], CompactRange = [] };
            db.ReadHeads.Add(head);
        }

        head.Size = appender.Size;
        head.LastHash = appender.LastHash.ToArray();
        head.CompactRange = appender.CompactRangeBytes();
        if (head.BoundOn != today && head.BoundSize < head.Size)
        {
            head.BoundOn = today;
            head.BoundSize = head.Size;

            // The root alone: everybody's export holds this entry, and how often confidential things are read is nobody's to know.
            write.Record(BoundKind, new JsonObject { ["root"] = appender.Checkpoint().Root.ToString() });
        }

        await write.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return reads.Count;
    }
}
