using System.Buffers.Binary;
using System.Text;

namespace Comity.Service.Record;

/// <summary>
/// One entry of the record as it is hashed. Its bytes are fixed from the first day and written down in docs/record.md: a change of
/// the layout needs a new version byte, and version 1 stays readable for as long as a record of it exists.
/// </summary>
public sealed record RecordLeaf
{
    /// <summary>The version of the layout, the first byte of every leaf.</summary>
    public const byte LayoutVersion = 1;

    /// <summary>The longest kind, actor or matter, in UTF-8 bytes.</summary>
    public const int MaxTextBytes = 1024;

    private const int FixedBytes = 1 + 8 + 8 + (4 * 2) + RecordHash.Length + RecordHash.Length;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The log that the entry belongs to; a leaf of one council's log cannot be passed off as another's.</summary>
    public required LogId Log { get; init; }

    /// <summary>The place in the log, from 0, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened: UTC, whole microseconds, because that is what both databases keep.</summary>
    public required DateTime Instant { get; init; }

    /// <summary>What kind of event it was, for example <c>enquiry.replied</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A reference to who did it: a key, never a name, because a leaf outlives erasure.</summary>
    public required string Actor { get; init; }

    /// <summary>A reference to the matter, or nothing when the event belongs to none.</summary>
    public string? Matter { get; init; }

    /// <summary>The salted commitment of the content.</summary>
    public required RecordHash Commitment { get; init; }

    /// <summary>The leaf hash of the entry before; zero for the first.</summary>
    public required RecordHash Previous { get; init; }

    /// <summary>Cuts an instant to the microsecond, downwards.</summary>
    public static DateTime ToMicroseconds(DateTime instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMicrosecond), instant.Kind);

    /// <summary>The canonical bytes.</summary>
    public byte[] Encode()
    {
        if (Sequence < 0)
        {
            throw new RecordFormatException("a sequence number is not negative");
        }

        if (Instant.Kind != DateTimeKind.Utc || Instant.Ticks % TimeSpan.TicksPerMicrosecond != 0)
        {
            throw new RecordFormatException("an instant is in UTC and in whole microseconds");
        }

        var log = StrictUtf8.GetBytes(Log.Value);
        var kind = BytesOf(Kind, "kind");
        var actor = BytesOf(Actor, "actor");
        var matter = Matter is null ? [] : BytesOf(Matter, "matter");
        var bytes = new byte[FixedBytes + log.Length + kind.Length + actor.Length + matter.Length];
        var rest = bytes.AsSpan();
        rest[0] = LayoutVersion;
        rest = rest[1..];
        Put(ref rest, log);
        BinaryPrimitives.WriteInt64BigEndian(rest, Sequence);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], (Instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        rest = rest[16..];
        Put(ref rest, kind);
        Put(ref rest, actor);
        Put(ref rest, matter);
        Commitment.CopyTo(rest);
        Previous.CopyTo(rest[RecordHash.Length..]);
        return bytes;
    }

    /// <summary>Reads canonical bytes; whatever <see cref="Encode"/> would not write is refused.</summary>
    public static RecordLeaf Decode(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        if (Take(ref rest, 1)[0] != LayoutVersion)
        {
            throw new RecordFormatException($"this is not a leaf of version {LayoutVersion}");
        }

        var log = LogId.Parse(TakeText(ref rest));
        var sequence = BinaryPrimitives.ReadInt64BigEndian(Take(ref rest, 8));
        var micros = BinaryPrimitives.ReadInt64BigEndian(Take(ref rest, 8));
        if (
            micros < (DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond
            || micros > (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond
        )
        {
            throw new RecordFormatException("the instant is outside the calendar");
        }

        var leaf = new RecordLeaf
        {
            Log = log,
            Sequence = sequence,
            Instant = DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond),
            Kind = TakeText(ref rest),
            Actor = TakeText(ref rest),
            Matter = TakeText(ref rest) is { Length: > 0 } matter ? matter : null,
            Commitment = new RecordHash(Take(ref rest, RecordHash.Length)),
            Previous = new RecordHash(Take(ref rest, RecordHash.Length)),
        };
        if (!rest.IsEmpty)
        {
            throw new RecordFormatException("bytes follow the end of the leaf");
        }

        _ = leaf.Encode();
        return leaf;
    }

    /// <summary>The RFC 6962 leaf hash, which the tree holds and the next entry names.</summary>
    public RecordHash Hash() => MerkleHash.Leaf(Encode());

    private static byte[] BytesOf(string text, string what)
    {
        try
        {
            var bytes = StrictUtf8.GetBytes(text);
            return bytes.Length is > 0 and <= MaxTextBytes
                ? bytes
                : throw new RecordFormatException($"the {what} of an entry has 1 to {MaxTextBytes} bytes");
        }
        catch (EncoderFallbackException e)
        {
            throw new RecordFormatException($"the {what} of an entry is not well-formed text", e);
        }
    }

    private static void Put(ref Span<byte> rest, ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)text.Length);
        text.CopyTo(rest[2..]);
        rest = rest[(2 + text.Length)..];
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count)
    {
        if (rest.Length < count)
        {
            throw new RecordFormatException("the leaf ends too early");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static string TakeText(ref ReadOnlySpan<byte> rest)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(Take(ref rest, 2));
        try
        {
            return StrictUtf8.GetString(Take(ref rest, length));
        }
        catch (DecoderFallbackException e)
        {
            throw new RecordFormatException("a text of the leaf is not UTF-8", e);
        }
    }
}
