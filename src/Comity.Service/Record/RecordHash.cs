using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Comity.Service.Record;

/// <summary>A SHA-256 value: of a leaf, of a node, of a commitment. Compares by value and needs no allocation.</summary>
public readonly record struct RecordHash
{
    /// <summary>The number of bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>Takes exactly 32 bytes.</summary>
    public RecordHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new RecordFormatException($"a hash has {Length} bytes, not {bytes.Length}");
        }

        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>32 zero bytes: what the first entry of a record names as its predecessor.</summary>
    public static RecordHash Zero => default;

    /// <summary>Reads 64 lower-case hexadecimal digits; nothing else is a hash, so that a text has one form only.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex, out RecordHash hash)
    {
        hash = default;
        if (hex is not { Length: Length * 2 } || hex.AsSpan().ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        hash = new RecordHash(Convert.FromHexString(hex));
        return true;
    }

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    public static RecordHash Parse(string hex) =>
        TryParse(hex, out var hash) ? hash : throw new RecordFormatException("a hash is written as 64 lower-case hexadecimal digits");

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
