using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Record;

/// <summary>Goes through the whole log of reads: every entry is what it was when it took its place, none is missing, and the record vouches for it.</summary>
public sealed class VerifyReads(ComityDb db, ContentStore contents)
{
    private const int AtATime = 1000;

    /// <returns>Null when the log stands; otherwise what is wrong, for the Monitoring Officer.</returns>
    public async Task<string?> ExecuteAsync(CancellationToken cancellationToken)
    {
        var head = await db.ReadHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (head is null)
        {
            return await db.ReadEntries.AnyAsync(read => read.Sequence != null, cancellationToken)
                ? "There are reads with a place in the log, and no word of where the log stands."
                : null;
        }

        var appender = RecordAppender.Start(LogId.OfReads(await db.Councils.Select(row => row.Id).SingleAsync(cancellationToken)));
        RecordHash? bound = null;
        while (appender.Size < head.Size)
        {
            var from = appender.Size;
            var reads = await db
                .ReadEntries.AsNoTracking()
                .Where(read => read.Sequence >= from)
                .OrderBy(read => read.Sequence)
                .Take(AtATime)
                .ToListAsync(cancellationToken);
            if (reads.Count == 0)
            {
                return $"Read {from} and everything after it is missing.";
            }

            foreach (var read in reads)
            {
                if (read.Sequence != appender.Size)
                {
                    return $"Read {appender.Size} is missing.";
                }

                read.AppendTo(appender, read.Salt!);
                if (!appender.LastHash.ToArray().AsSpan().SequenceEqual(read.LeafHash))
                {
                    return $"Read {read.Sequence} is not what it was.";
                }

                bound = appender.Size == head.BoundSize ? appender.Checkpoint().Root : bound;
            }
        }

        if (!appender.CompactRangeBytes().AsSpan().SequenceEqual(head.CompactRange))
        {
            return "The log does not add up to what it was.";
        }

        return bound == await VouchedForAsync(cancellationToken) ? null : "The log is not the one that the record vouches for.";
    }

    private async Task<RecordHash?> VouchedForAsync(CancellationToken cancellationToken)
    {
        var content = await db
            .RecordEntries.Where(entry => entry.Kind == ChainReads.BoundKind)
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => (Guid?)entry.ContentId)
            .FirstOrDefaultAsync(cancellationToken);
        return content is { } id && await contents.ReadTextAsync(id, cancellationToken) is { } text
            ? RecordHash.Parse(JsonNode.Parse(text)!["root"]!.GetValue<string>())
            : null;
    }
}
