using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Record;

/// <summary>
/// Checks an export offline. Without a checkpoint and a key held outside it can only show that the export agrees with itself, and says so:
/// whoever holds the council's key could have rewritten everything and signed again.
/// </summary>
public sealed class RecordVerifier
{
    private const int MaxSmallFileBytes = 1024 * 1024;

    private readonly FindingList _findings = new();
    private readonly List<string> _notChecked = [];
    private readonly Dictionary<string, (RecordHash Hash, long Bytes)> _seen = new(StringComparer.Ordinal);

    private RecordVerifier() { }

    /// <summary>Checks an export.</summary>
    /// <param name="export">The ZIP. A stream that can seek is read piece by piece; any other is taken into memory first.</param>
    /// <param name="trustedCheckpoint">A checkpoint of this log that somebody kept outside the council.</param>
    /// <param name="trustedVerifierKey">The log's verifier key as it was received some other way.</param>
    /// <param name="progress">Told the number of entries read.</param>
    /// <param name="cancellation">Stops the check.</param>
    public static RecordVerification Verify(
        Stream export,
        string? trustedCheckpoint = null,
        string? trustedVerifierKey = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    ) => new RecordVerifier().Run(export, AsNote(trustedCheckpoint), trustedVerifierKey, progress, cancellation);

    /// <summary>A checkpoint kept in a mail or a document has often got other line ends or lost its last one; that is not tampering.</summary>
    private static string? AsNote(string? held) => held is null ? null : held.ReplaceLineEndings("\n").Trim() + "\n";

    private RecordVerification Run(
        Stream export,
        string? trustedCheckpoint,
        string? trustedKey,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var held = ReadHeld(trustedCheckpoint);
        Checkpoint? checkpoint = null;
        ExportWalk? walk = null;
        try
        {
            using var zip = new ZipArchive(export, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            var files = FilesOf(zip);
            var key = ChooseKey(files, trustedKey);
            checkpoint = ReadCheckpoint(files, key);
            var manifest = ReadManifest(files, key, checkpoint);
            _ = ReadSmall(files, ExportFiles.Readme);
            CheckHeldSignature(trustedCheckpoint, key);
            walk = Walk(files, checkpoint?.Log, held, progress, cancellation);
            CheckFiles(manifest, files);
        }
        catch (Exception e) when (ExportWalk.IsDamage(e))
        {
            _findings.Add(RecordFindingKind.ExportUnreadable, "", $"The export cannot be unpacked: {e.Message}");
        }

        var continues = Conclude(checkpoint, held, walk);
        SayLimits(held, trustedKey, walk, checkpoint);
        return new RecordVerification
        {
            Findings = _findings.Findings,
            IsCutShort = _findings.IsCutShort,
            NotChecked = _notChecked,
            Checkpoint = checkpoint,
            FullEntries = walk?.FullEntries ?? 0,
            WithheldEntries = walk?.WithheldEntries ?? 0,
            ContentsChecked = walk?.ContentsChecked ?? 0,
            ContinuesHeldCheckpoint = continues,
        };
    }

    private Checkpoint? ReadHeld(string? trustedCheckpoint)
    {
        try
        {
            return trustedCheckpoint is null ? null : Checkpoint.Parse(SignedNote.Parse(trustedCheckpoint).Text);
        }
        catch (RecordFormatException e)
        {
            _findings.Add(RecordFindingKind.HeldCheckpointUnreadable, "", $"The checkpoint that you hold cannot be read: {e.Message}.");
            return null;
        }
    }

    private Dictionary<string, ZipArchiveEntry> FilesOf(ZipArchive zip)
    {
        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName != ExportFiles.Manifest && !ExportFiles.Listed.Contains(entry.FullName))
            {
                _findings.Add(RecordFindingKind.FileUnexpected, entry.FullName, "This file does not belong to an export.");
            }
            else if (!files.TryAdd(entry.FullName, entry))
            {
                _findings.Add(RecordFindingKind.FileUnexpected, entry.FullName, "This file is in the export twice.");
            }
        }

        foreach (var name in ExportFiles.Listed.Append(ExportFiles.Manifest).Where(n => !files.ContainsKey(n)))
        {
            _findings.Add(RecordFindingKind.FileMissing, name, "This file is missing.");
        }

        return files;
    }

    private VerifierKey? ChooseKey(Dictionary<string, ZipArchiveEntry> files, string? trustedKey)
    {
        VerifierKey? trusted = null;
        if (trustedKey is not null && !VerifierKey.TryParse(trustedKey.Trim(), out trusted))
        {
            _findings.Add(RecordFindingKind.KeyUnreadable, "", "The verifier key that you hold cannot be read.");
        }

        if (ReadSmall(files, ExportFiles.Key) is not { } bytes)
        {
            return trusted;
        }

        VerifierKey? given = null;
        try
        {
            var text = Encoding.UTF8.GetString(bytes);
            given = VerifierKey.Parse(text.EndsWith('\n') ? text[..^1] : "");
        }
        catch (RecordFormatException e)
        {
            _findings.Add(RecordFindingKind.KeyUnreadable, ExportFiles.Key, $"The key in the export cannot be read: {e.Message}.");
        }

        if (trusted is not null && given is not null && !trusted.Equals(given))
        {
            _findings.Add(
                RecordFindingKind.KeyNotTheOneHeld,
                ExportFiles.Key,
                "The key in the export is not the one that you hold. Ask the council whether and when it changed its key; if it did not, this export was not made by it."
            );
        }

        return trusted ?? given;
    }

    private Checkpoint? ReadCheckpoint(Dictionary<string, ZipArchiveEntry> files, VerifierKey? key)
    {
        if (ReadSmall(files, ExportFiles.Checkpoint) is not { } bytes)
        {
            return null;
        }

        try
        {
            var note = SignedNote.Parse(bytes);
            var checkpoint = Checkpoint.Parse(note.Text);
            DemandSigned(key, note, RecordFindingKind.CheckpointSignatureWrong, ExportFiles.Checkpoint);
            if (key is not null && key.Name != checkpoint.Log.Value)
            {
                _findings.Add(
                    RecordFindingKind.CheckpointSignatureWrong,
                    ExportFiles.Checkpoint,
                    $"The checkpoint is for the log {checkpoint.Log}, but the key signs for {key.Name}."
                );
            }

            return checkpoint;
        }
        catch (RecordFormatException e)
        {
            _findings.Add(RecordFindingKind.CheckpointUnreadable, ExportFiles.Checkpoint, $"The checkpoint cannot be read: {e.Message}.");
            return null;
        }
    }

    private ExportManifest? ReadManifest(Dictionary<string, ZipArchiveEntry> files, VerifierKey? key, Checkpoint? checkpoint)
    {
        if (ReadSmall(files, ExportFiles.Manifest) is not { } bytes)
        {
            return null;
        }

        try
        {
            var note = SignedNote.Parse(bytes);
            var manifest = ExportManifest.Parse(note.Text);
            DemandSigned(key, note, RecordFindingKind.ManifestSignatureWrong, ExportFiles.Manifest);
            if (note.Signatures.Count != 1)
            {
                // A second line would be bytes that nothing covers.
                _findings.Add(
                    RecordFindingKind.ManifestSignatureWrong,
                    ExportFiles.Manifest,
                    "The list of files has more than one signature."
                );
            }

            if (checkpoint is not null && manifest.Log != checkpoint.Log)
            {
                _findings.Add(
                    RecordFindingKind.FileAltered,
                    ExportFiles.Manifest,
                    $"The list of files is for another log: {manifest.Log}."
                );
            }

            return manifest;
        }
        catch (RecordFormatException e)
        {
            _findings.Add(RecordFindingKind.ManifestUnreadable, ExportFiles.Manifest, $"The list of files cannot be read: {e.Message}.");
            return null;
        }
    }

    private void DemandSigned(VerifierKey? key, SignedNote note, RecordFindingKind kind, string file)
    {
        switch (key?.Verify(note))
        {
            case NoteVerdict.Signed:
                break;
            case NoteVerdict.WrongSignature:
                _findings.Add(kind, file, "The signature is wrong: the text or the signature was altered.");
                break;
            case NoteVerdict.NotSignedByThisKey:
                _findings.Add(kind, file, $"It is not signed by the key {key.Name}+{key.Id:x8}.");
                break;
            default:
                _findings.Add(kind, file, "Its signature cannot be checked, because there is no key that can be read.");
                break;
        }
    }

    private void CheckHeldSignature(string? trustedCheckpoint, VerifierKey? key)
    {
        if (trustedCheckpoint is null || key is null || _findings.Findings.Any(f => f.Kind == RecordFindingKind.HeldCheckpointUnreadable))
        {
            return;
        }

        switch (key.Verify(SignedNote.Parse(trustedCheckpoint)))
        {
            case NoteVerdict.WrongSignature:
                _findings.Add(
                    RecordFindingKind.HeldCheckpointSignatureWrong,
                    "",
                    "The signature of the checkpoint that you hold is wrong: it was altered after it was signed."
                );
                break;
            case NoteVerdict.NotSignedByThisKey:
                _notChecked.Add(
                    "The checkpoint that you hold is signed by another key than the one used here. Its size and root were compared as they stand; its signature was not checked."
                );
                break;
            default:
                break;
        }
    }

    private ExportWalk? Walk(
        Dictionary<string, ZipArchiveEntry> files,
        LogId? log,
        Checkpoint? held,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        if (!files.TryGetValue(ExportFiles.Record, out var recordFile) || !files.TryGetValue(ExportFiles.Contents, out var contentsFile))
        {
            return null;
        }

        using var recordStream = recordFile.Open();
        using var contentsStream = contentsFile.Open();
        using var record = new HashingLineReader(recordStream);
        using var contents = new HashingLineReader(contentsStream);
        var walk = new ExportWalk(record, contents, log, held, _findings);
        walk.Run(progress, cancellation);
        Finish(ExportFiles.Record, record);
        Finish(ExportFiles.Contents, contents);
        return walk;
    }

    private void Finish(string name, HashingLineReader reader)
    {
        try
        {
            var hash = reader.Finish();
            _seen[name] = (hash, reader.Length);
        }
        catch (Exception e) when (ExportWalk.IsDamage(e))
        {
            _findings.Add(RecordFindingKind.FileAltered, name, $"The file cannot be unpacked to its end: {e.Message}");
        }
    }

    private void CheckFiles(ExportManifest? manifest, Dictionary<string, ZipArchiveEntry> files)
    {
        if (manifest is null)
        {
            return;
        }

        if (!manifest.Files.Select(f => f.Name).SequenceEqual(ExportFiles.Listed))
        {
            _findings.Add(
                RecordFindingKind.ManifestUnreadable,
                ExportFiles.Manifest,
                "The list of files does not name each file of an export once."
            );
        }

        foreach (var file in manifest.Files.Where(f => files.ContainsKey(f.Name)))
        {
            if (!_seen.TryGetValue(file.Name, out var seen) || seen != (file.Hash, file.Bytes))
            {
                _findings.Add(
                    RecordFindingKind.FileAltered,
                    file.Name,
                    "The file is not the one that was exported: its hash or size differs."
                );
            }
        }
    }

    private bool Conclude(Checkpoint? checkpoint, Checkpoint? held, ExportWalk? walk)
    {
        if (walk is null)
        {
            return false;
        }

        if (checkpoint is not null && walk.Size != checkpoint.Size)
        {
            _findings.Add(
                RecordFindingKind.SizeWrong,
                ExportFiles.Record,
                $"The export has {walk.Size} readable entries, its checkpoint states {checkpoint.Size}."
            );
        }
        else if (checkpoint is not null && walk.Root != checkpoint.Root)
        {
            _findings.Add(
                RecordFindingKind.RootWrong,
                ExportFiles.Record,
                "The entries do not add up to the root that the checkpoint states."
            );
        }

        if (held is null)
        {
            return false;
        }

        var contradiction =
            checkpoint is not null && held.Log != checkpoint.Log ? $"The checkpoint that you hold is of another log: {held.Log}."
            : held.Size > walk.Size
                ? $"The checkpoint that you hold counts {held.Size} entries, this export has only {walk.Size}: entries are missing, or the export is the older of the two."
            : walk.RootAtHeldSize != held.Root
                ? $"The first {held.Size} entries are not those of the checkpoint that you hold: the record was rewritten since, or the export was altered."
            : null;
        if (contradiction is not null)
        {
            _findings.Add(RecordFindingKind.HeldCheckpointContradicted, ExportFiles.Record, contradiction);
        }

        return contradiction is null && _findings.Findings.All(f => f.Kind != RecordFindingKind.HeldCheckpointSignatureWrong);
    }

    private void SayLimits(Checkpoint? held, string? trustedKey, ExportWalk? walk, Checkpoint? checkpoint)
    {
        if (held is null)
        {
            _notChecked.Add(
                "No checkpoint held outside was given. A council, or an intruder with its key, that rewrote the whole record and signed it again would not be noticed."
            );
        }
        else if (checkpoint is not null && held.Size < checkpoint.Size)
        {
            _notChecked.Add(
                $"The checkpoint that you hold covers the first {held.Size} entries. Those after it rest on the signature in the export alone."
            );
        }

        if (trustedKey is null)
        {
            _notChecked.Add("No key held outside was given. The key in the export was taken on its word; anybody can make one.");
        }

        if (walk is { WithheldEntries: > 0 })
        {
            _notChecked.Add(
                $"{walk.WithheldEntries} entries are given as hashes only. That they stand in their place was checked; what they say was not."
            );
        }

        if (walk is not null && walk.FullEntries > walk.ContentsChecked)
        {
            _notChecked.Add($"For {walk.FullEntries - walk.ContentsChecked} entries no content is given that could be checked.");
        }

        _notChecked.Add(
            "Whether everything that happened was recorded, and whether what was recorded is true, no check of a file can show."
        );
    }

    private byte[]? ReadSmall(Dictionary<string, ZipArchiveEntry> files, string name)
    {
        if (!files.TryGetValue(name, out var file))
        {
            return null;
        }

        try
        {
            using var stream = file.Open();
            using var copy = new MemoryStream();
            Span<byte> piece = stackalloc byte[4096];
            for (var read = stream.Read(piece); read > 0; read = stream.Read(piece))
            {
                copy.Write(piece[..read]);
                if (copy.Length > MaxSmallFileBytes)
                {
                    throw new RecordFormatException("it is longer than any that Comity writes");
                }
            }

            var bytes = copy.ToArray();
            _seen[name] = (new RecordHash(SHA256.HashData(bytes)), bytes.Length);
            return bytes;
        }
        catch (Exception e) when (ExportWalk.IsDamage(e))
        {
            _findings.Add(RecordFindingKind.FileAltered, name, $"The file cannot be unpacked: {e.Message}");
            return null;
        }
    }
}
