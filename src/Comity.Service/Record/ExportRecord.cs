using System.Runtime.CompilerServices;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Record;

/// <summary>
/// Writes the record out for somebody: everything they may see in full, of everything else the leaf hash alone, so that the whole can be
/// checked by anybody and gives nothing away.
/// </summary>
public sealed class ExportRecord(ComityDb db, ContentStore contents, TimeProvider clock)
{
    private const int AtATime = 500;

    /// <param name="signer">The council's signing key, from its key folder.</param>
    /// <param name="output">Where the ZIP goes; it is written as it is made.</param>
    public async Task ExecuteAsync(
        Viewer viewer,
        RecordSigningKey signer,
        Stream output,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        var head = await db.RecordHeads.AsNoTracking().SingleAsync(cancellationToken);
        var log = LogId.OfRecord(head.LogId);
        var appender = RecordAppender.Resume(log, head.CompactRange, new RecordHash(head.LastHash));
        var note = signer.Sign(appender.Checkpoint());
        await KeepAsync(head.Size, note, cancellationToken);
        var at = clock.GetUtcNow().UtcDateTime;
        await RecordExport.WriteAsync(
            output,
            note,
            signer,
            EntriesAsync(head, log, viewer, at, cancellationToken),
            ContentsAsync(head, viewer, at, cancellationToken),
            clock,
            progress,
            cancellationToken
        );
    }

    private async Task KeepAsync(long size, SignedNote note, CancellationToken cancellationToken)
    {
        if (!await db.Checkpoints.AnyAsync(row => row.Size == size, cancellationToken))
        {
            db.Checkpoints.Add(
                new SignedCheckpoint
                {
                    Size = size,
                    Note = note.ToString(),
                    At = clock.GetUtcNow().UtcDateTime,
                }
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // Entries about the council itself are its public business; of a matter, the parts that the viewer holds a grant for.
    private IQueryable<VisibleEntry> Entries(RecordHead head, Viewer viewer, DateTime at, long from) =>
        db
            .RecordEntries.AsNoTracking()
            .Where(entry => entry.Sequence >= from && entry.Sequence < head.Size)
            .OrderBy(entry => entry.Sequence)
            .Take(AtATime)
            .Select(entry => new VisibleEntry(
                entry,
                entry.MatterId == null
                    || db.Grants.Any(grant =>
                        grant.MatterId == entry.MatterId
                        && grant.Part == entry.Part
                        && viewer.Tokens.Contains(grant.Token)
                        && grant.From <= at
                        && (grant.Until == null || grant.Until > at)
                    )
            ));

    private async IAsyncEnumerable<ExportedEntry> EntriesAsync(
        RecordHead head,
        LogId log,
        Viewer viewer,
        DateTime at,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var from = 0L; from < head.Size; from += AtATime)
        {
            foreach (var (entry, visible) in await Entries(head, viewer, at, from).ToListAsync(cancellationToken))
            {
                yield return visible
                    ? ExportedEntry.Full(
                        new RecordLeaf
                        {
                            Log = log,
                            Sequence = entry.Sequence,
                            Instant = entry.At,
                            Kind = entry.Kind,
                            Actor = entry.ActorToken,
                            Matter = entry.MatterId?.ToString("D"),
                            Commitment = new RecordHash(entry.Commitment),
                            Previous = new RecordHash(entry.PreviousHash),
                        }
                    )
                    : ExportedEntry.HashOnly(entry.Sequence, new RecordHash(entry.LeafHash), WithheldReason.Walled);
            }
        }
    }

    private async IAsyncEnumerable<ExportedContent> ContentsAsync(
        RecordHead head,
        Viewer viewer,
        DateTime at,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var from = 0L; from < head.Size; from += AtATime)
        {
            var entries = (await Entries(head, viewer, at, from).ToListAsync(cancellationToken)).Where(row => row.Visible).ToList();
            var texts = await contents.ReadTextsAsync([.. entries.Select(row => row.Entry.ContentId)], cancellationToken);
            foreach (var (entry, _) in entries)
            {
                if (texts.TryGetValue(entry.ContentId, out var text))
                {
                    yield return new ExportedContent(entry.Sequence, text.Text, text.Salt);
                }
            }
        }
    }

    private sealed record VisibleEntry(RecordEntry Entry, bool Visible);
}
