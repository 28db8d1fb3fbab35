using System.Security.Cryptography;

namespace Comity.Service.Record;

/// <summary>The hashing of RFC 6962 §2.1. The first byte keeps a leaf from being passed off as a node.</summary>
public static class MerkleHash
{
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static RecordHash Empty { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of a leaf's bytes.</summary>
    public static RecordHash Leaf(ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafPrefix]);
        hash.AppendData(bytes);
        return new RecordHash(hash.GetHashAndReset());
    }

    /// <summary>The hash of two subtrees.</summary>
    public static RecordHash Node(RecordHash left, RecordHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * RecordHash.Length)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + RecordHash.Length)..]);
        Span<byte> output = stackalloc byte[RecordHash.Length];
        SHA256.HashData(input, output);
        return new RecordHash(output);
    }
}
