using System.Buffers.Binary;
using System.Numerics;

namespace Comity.Service.Record;

/// <summary>
/// The roots of the perfect subtrees that a tree of this size consists of, largest first: at most 63 hashes, whatever the size.
/// With it an append costs O(log n) and reads no other entry; it is stored beside the record and is worth nothing without it.
/// </summary>
public sealed class CompactRange
{
    private readonly List<RecordHash> _peaks;

    private CompactRange(long size, List<RecordHash> peaks)
    {
        Size = size;
        _peaks = peaks;
    }

    /// <summary>Starts an empty tree.</summary>
    public CompactRange()
        : this(0, []) { }

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf by its leaf hash.</summary>
    public void Append(RecordHash leaf)
    {
        var carried = leaf;
        for (var left = Size; (left & 1) == 1; left >>= 1)
        {
            carried = MerkleHash.Node(_peaks[^1], carried);
            _peaks.RemoveAt(_peaks.Count - 1);
        }

        _peaks.Add(carried);
        Size++;
    }

    /// <summary>The root of the tree, RFC 6962 §2.1.</summary>
    public RecordHash Root()
    {
        if (_peaks.Count == 0)
        {
            return MerkleHash.Empty;
        }

        var root = _peaks[^1];
        for (var i = _peaks.Count - 2; i >= 0; i--)
        {
            root = MerkleHash.Node(_peaks[i], root);
        }

        return root;
    }

    /// <summary>An independent copy.</summary>
    public CompactRange Copy() => new(Size, [.. _peaks]);

    /// <summary>The form that is stored: the size as eight bytes, big-endian, then the hashes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[8 + (_peaks.Count * RecordHash.Length)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        for (var i = 0; i < _peaks.Count; i++)
        {
            _peaks[i].CopyTo(bytes.AsSpan(8 + (i * RecordHash.Length)));
        }

        return bytes;
    }

    /// <summary>Reads the stored form.</summary>
    public static CompactRange FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8)
        {
            throw new RecordFormatException("a compact range has at least eight bytes");
        }

        var size = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (size < 0 || bytes.Length != 8 + (BitOperations.PopCount((ulong)size) * RecordHash.Length))
        {
            throw new RecordFormatException("a compact range has one hash for each bit that is set in its size");
        }

        var peaks = new List<RecordHash>();
        for (var rest = bytes[8..]; !rest.IsEmpty; rest = rest[RecordHash.Length..])
        {
            peaks.Add(new RecordHash(rest[..RecordHash.Length]));
        }

        return new CompactRange(size, peaks);
    }
}
