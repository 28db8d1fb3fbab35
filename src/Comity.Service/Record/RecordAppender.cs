namespace Comity.Service.Record;

/// <summary>
/// Makes the next entry of a log from all that it depends on: the stored <see cref="RecordHead"/>. It is used in the transaction that
/// appends, by one writer at a time per council.
/// </summary>
public sealed class RecordAppender
{
    private readonly CompactRange _range;

    private RecordAppender(LogId log, CompactRange range, RecordHash last)
    {
        Log = log;
        _range = range;
        LastHash = last;
    }

    /// <summary>The log.</summary>
    public LogId Log { get; }

    /// <summary>The number of entries, and the sequence number of the next.</summary>
    public long Size => _range.Size;

    /// <summary>The leaf hash of the last entry; zero before the first.</summary>
    public RecordHash LastHash { get; private set; }

    /// <summary>Begins a log.</summary>
    public static RecordAppender Start(LogId log) => new(log, new CompactRange(), RecordHash.Zero);

    /// <summary>Goes on from what was stored.</summary>
    public static RecordAppender Resume(LogId log, ReadOnlySpan<byte> compactRange, RecordHash lastHash)
    {
        var range = CompactRange.FromBytes(compactRange);
        return range.Size == 0 && lastHash != RecordHash.Zero
            ? throw new RecordFormatException("a log without entries has no last hash")
            : new RecordAppender(log, range, lastHash);
    }

    /// <summary>Makes the next entry. The instant is cut to the microsecond.</summary>
    public RecordLeaf Append(DateTime instant, string kind, string actor, string? matter, RecordHash commitment)
    {
        var leaf = new RecordLeaf
        {
            Log = Log,
            Sequence = Size,
            Instant = RecordLeaf.ToMicroseconds(instant),
            Kind = kind,
            Actor = actor,
            Matter = matter,
            Commitment = commitment,
            Previous = LastHash,
        };
        var hash = leaf.Hash();
        _range.Append(hash);
        LastHash = hash;
        return leaf;
    }

    /// <summary>The form of the tree that is stored.</summary>
    public byte[] CompactRangeBytes() => _range.ToBytes();

    /// <summary>What a checkpoint of this moment says.</summary>
    public Checkpoint Checkpoint() => new(Log, Size, _range.Root());
}
