using System.Globalization;

namespace Comity.Service.Record;

/// <summary>
/// Walks through the entries of an export and, in step, their contents: order, chain, commitments, and the root at two sizes, the
/// checkpoint's and that of a checkpoint held outside.
/// </summary>
internal sealed class ExportWalk(HashingLineReader record, HashingLineReader contents, LogId? log, Checkpoint? held, FindingList findings)
{
    private const int EntriesPerProgressReport = 1000;

    private readonly CompactRange _range = new();
    private long _expected;
    private RecordHash? _last = RecordHash.Zero;
    private ExportedContent? _content;
    private bool _contentsUsable = true;
    private long _lastContent = -1;

    public long FullEntries { get; private set; }
    public long WithheldEntries { get; private set; }
    public long ContentsChecked { get; private set; }
    public long Size => _range.Size;
    public RecordHash Root => _range.Root();

    /// <summary>The root when as many entries had been read as the held checkpoint counts.</summary>
    public RecordHash? RootAtHeldSize { get; private set; }

    public void Run(IProgress<long>? progress, CancellationToken cancellation)
    {
        NoteHeldSize();
        NextContent();
        try
        {
            while (record.Next() is { } line)
            {
                cancellation.ThrowIfCancellationRequested();
                Take(line);
                NoteHeldSize();
                if (record.Line % EntriesPerProgressReport == 0)
                {
                    progress?.Report(record.Line);
                }
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            findings.Add(
                RecordFindingKind.EntryUnreadable,
                ExportFiles.Record,
                $"After line {record.Line} the file cannot be read: {e.Message}."
            );
        }

        while (_content is not null)
        {
            cancellation.ThrowIfCancellationRequested();
            ReportStray(_content);
            NextContent();
        }

        progress?.Report(record.Line);
    }

    internal static bool IsDamage(Exception e) =>
        e is RecordFormatException or InvalidDataException or IOException or NotSupportedException;

    private void Take(ReadOnlyMemory<byte> line)
    {
        ExportedEntry entry;
        try
        {
            entry = ExportedEntry.Parse(line);
        }
        catch (RecordFormatException e)
        {
            findings.Add(
                RecordFindingKind.EntryUnreadable,
                ExportFiles.Record,
                $"Line {record.Line} is not an entry: {e.Message}.",
                _expected
            );
            _expected++;
            _last = null;
            return;
        }

        CheckPlace(entry);
        _range.Append(entry.LeafHash);
        if (entry.Leaf is { } leaf)
        {
            FullEntries++;
            CheckLeaf(leaf);
        }
        else
        {
            WithheldEntries++;
        }

        _last = entry.LeafHash;
        CheckContentsUpTo(entry);
    }

    private void CheckPlace(ExportedEntry entry)
    {
        if (entry.Sequence > _expected)
        {
            var missing = entry.Sequence - 1 == _expected ? $"Entry {_expected} is" : $"Entries {_expected} to {entry.Sequence - 1} are";
            findings.Add(
                RecordFindingKind.EntryMissing,
                ExportFiles.Record,
                string.Create(CultureInfo.InvariantCulture, $"{missing} missing before entry {entry.Sequence} (line {record.Line})."),
                _expected
            );
            _last = null;
        }
        else if (entry.Sequence < _expected)
        {
            findings.Add(
                RecordFindingKind.EntryOutOfOrder,
                ExportFiles.Record,
                $"Entry {entry.Sequence} stands in the wrong place or twice (line {record.Line}).",
                entry.Sequence
            );
            _last = null;
        }

        _expected = Math.Max(_expected, entry.Sequence == long.MaxValue ? entry.Sequence : entry.Sequence + 1);
    }

    private void CheckLeaf(RecordLeaf leaf)
    {
        if (log is not null && leaf.Log != log)
        {
            findings.Add(
                RecordFindingKind.EntryOfAnotherLog,
                ExportFiles.Record,
                $"Entry {leaf.Sequence} belongs to another log: {leaf.Log}.",
                leaf.Sequence
            );
        }

        if (_last is { } last && leaf.Previous != last)
        {
            findings.Add(
                RecordFindingKind.ChainBroken,
                ExportFiles.Record,
                leaf.Sequence == 0
                    ? "Entry 0 names an entry before it, but it is the first."
                    : $"Entry {leaf.Sequence} does not follow from entry {leaf.Sequence - 1} as it stands here: one of the two was altered.",
                leaf.Sequence
            );
        }
    }

    private void CheckContentsUpTo(ExportedEntry entry)
    {
        while (_content is { } content && content.Sequence <= entry.Sequence)
        {
            if (content.Sequence < entry.Sequence || entry.Leaf is null)
            {
                ReportStray(content);
            }
            else if (content.Commitment() != entry.Leaf.Commitment)
            {
                findings.Add(
                    RecordFindingKind.ContentAltered,
                    ExportFiles.Contents,
                    $"The content given for entry {content.Sequence} is not what was recorded (line {contents.Line}).",
                    content.Sequence
                );
            }
            else
            {
                ContentsChecked++;
            }

            NextContent();
        }
    }

    private void ReportStray(ExportedContent content) =>
        findings.Add(
            RecordFindingKind.ContentWithoutEntry,
            ExportFiles.Contents,
            $"Line {contents.Line} gives content for entry {content.Sequence}, which is not given in full here: nothing proves it.",
            content.Sequence
        );

    private void NextContent()
    {
        _content = null;
        while (_contentsUsable && _content is null)
        {
            try
            {
                if (contents.Next() is not { } line)
                {
                    _contentsUsable = false;
                    return;
                }

                _content = ParseContent(line);
            }
            catch (Exception e) when (IsDamage(e))
            {
                _contentsUsable = false;
                findings.Add(
                    RecordFindingKind.ContentUnreadable,
                    ExportFiles.Contents,
                    $"After line {contents.Line} the file cannot be read: {e.Message}."
                );
            }
        }
    }

    private ExportedContent? ParseContent(ReadOnlyMemory<byte> line)
    {
        try
        {
            var content = ExportedContent.Parse(line);
            if (content.Sequence > _lastContent)
            {
                _lastContent = content.Sequence;
                return content;
            }

            findings.Add(
                RecordFindingKind.ContentUnreadable,
                ExportFiles.Contents,
                $"The content for entry {content.Sequence} stands in the wrong place or twice (line {contents.Line}).",
                content.Sequence
            );
        }
        catch (RecordFormatException e)
        {
            findings.Add(RecordFindingKind.ContentUnreadable, ExportFiles.Contents, $"Line {contents.Line} is not a content: {e.Message}.");
        }

        return null;
    }

    private void NoteHeldSize()
    {
        if (held is not null && _range.Size == held.Size)
        {
            RootAtHeldSize = _range.Root();
        }
    }
}
