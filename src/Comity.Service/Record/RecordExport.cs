using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Record;

/// <summary>Writes a log as one ZIP that proves itself offline. It streams: neither the record nor its contents are held in memory.</summary>
public static class RecordExport
{
    private const int EntriesPerProgressReport = 1000;

    /// <summary>
    /// Writes the export of the log up to <paramref name="checkpoint"/>. The entries come in sequence and are the whole log; those that
    /// the reader may not see come as hashes. The contents, in sequence too, are those that the reader may see.
    /// </summary>
    /// <exception cref="RecordDamagedException">The entries do not lead to the checkpoint's root: nothing usable was written.</exception>
    public static async Task WriteAsync(
        Stream destination,
        SignedNote checkpoint,
        RecordSigningKey key,
        IAsyncEnumerable<ExportedEntry> entries,
        IAsyncEnumerable<ExportedContent> contents,
        TimeProvider clock,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (key.Verifier.Verify(checkpoint) != NoteVerdict.Signed)
        {
            throw new RecordDamagedException("the checkpoint was not signed by the key that signs this export");
        }

        var head = Checkpoint.Parse(checkpoint.Text);
        var made = clock.GetUtcNow().UtcDateTime;
        var files = new List<ExportManifest.FileLine>();
        await using var deferred = new DeferredWriteStream(destination);
        var zip = await ZipArchive.CreateAsync(deferred, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        await using (zip)
        {
            files.Add(await WriteAsync(zip, ExportFiles.Readme, made, One(ExportReadme.Text(head.Log)), cancellation));
            files.Add(await WriteAsync(zip, ExportFiles.Record, made, EntryLines(entries, head, progress, cancellation), cancellation));
            files.Add(await WriteAsync(zip, ExportFiles.Contents, made, ContentLines(contents, cancellation), cancellation));
            files.Add(await WriteAsync(zip, ExportFiles.Checkpoint, made, One(checkpoint.ToString()), cancellation));
            files.Add(await WriteAsync(zip, ExportFiles.Key, made, One(key.Verifier + "\n"), cancellation));
            var manifest = key.Sign(new ExportManifest(head.Log, made, files));
            await WriteAsync(zip, ExportFiles.Manifest, made, One(manifest.ToString()), cancellation);
        }

        await deferred.FlushAsync(cancellation);
    }

    private static async IAsyncEnumerable<string> EntryLines(
        IAsyncEnumerable<ExportedEntry> entries,
        Checkpoint head,
        IProgress<long>? progress,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var range = new CompactRange();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (entry.Sequence != range.Size || range.Size == head.Size)
            {
                throw new RecordDamagedException($"entry {range.Size} was expected, entry {entry.Sequence} came");
            }

            range.Append(entry.LeafHash);
            yield return entry.ToLine() + "\n";
            if (range.Size % EntriesPerProgressReport == 0 || range.Size == head.Size)
            {
                progress?.Report(range.Size);
            }
        }

        if (range.Size != head.Size || range.Root() != head.Root)
        {
            throw new RecordDamagedException($"the {range.Size} stored entries do not lead to the root of the checkpoint for {head.Size}");
        }
    }

    private static async IAsyncEnumerable<string> ContentLines(
        IAsyncEnumerable<ExportedContent> contents,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var content in contents.WithCancellation(cancellation))
        {
            yield return content.ToLine() + "\n";
        }
    }

    private static async IAsyncEnumerable<string> One(string text)
    {
        yield return text;
        await Task.CompletedTask;
    }

    private static async Task<ExportManifest.FileLine> WriteAsync(
        ZipArchive zip,
        string name,
        DateTime made,
        IAsyncEnumerable<string> texts,
        CancellationToken cancellation
    )
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(made);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        var stream = await entry.OpenAsync(cancellation);
        await using (stream)
        {
            await foreach (var text in texts)
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                hash.AppendData(bytes);
                length += bytes.Length;
                await stream.WriteAsync(bytes, cancellation);
            }
        }

        return new ExportManifest.FileLine(name, new RecordHash(hash.GetHashAndReset()), length);
    }
}
