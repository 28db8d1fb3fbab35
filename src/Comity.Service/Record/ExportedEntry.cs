using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Comity.Service.Record;

/// <summary>One line of <c>record.jsonl</c>: an entry in full, or only its leaf hash.</summary>
public sealed record ExportedEntry
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private ExportedEntry(long sequence, RecordHash leafHash, RecordLeaf? leaf, WithheldReason? withheld)
    {
        Sequence = sequence;
        LeafHash = leafHash;
        Leaf = leaf;
        Withheld = withheld;
    }

    /// <summary>The place in the log.</summary>
    public long Sequence { get; }

    /// <summary>The leaf hash: computed from the entry, or all there is of it.</summary>
    public RecordHash LeafHash { get; }

    /// <summary>The entry, unless it is withheld.</summary>
    public RecordLeaf? Leaf { get; }

    /// <summary>Why it is withheld, if it is.</summary>
    public WithheldReason? Withheld { get; }

    /// <summary>An entry in full.</summary>
    public static ExportedEntry Full(RecordLeaf leaf) => new(leaf.Sequence, leaf.Hash(), leaf, null);

    /// <summary>An entry of which only the place and the leaf hash are shown.</summary>
    public static ExportedEntry HashOnly(long sequence, RecordHash leafHash, WithheldReason reason) =>
        new(sequence, leafHash, null, reason);

    internal string ToLine() =>
        CanonicalJson.Write(
            Leaf is { } leaf
                ? new JsonObject
                {
                    ["actor"] = leaf.Actor,
                    ["at"] = leaf.Instant.ToString(InstantFormat, CultureInfo.InvariantCulture),
                    ["commitment"] = leaf.Commitment.ToString(),
                    ["kind"] = leaf.Kind,
                    ["log"] = leaf.Log.Value,
                    ["matter"] = leaf.Matter,
                    ["previous"] = leaf.Previous.ToString(),
                    ["seq"] = leaf.Sequence,
                    ["v"] = (int)RecordLeaf.LayoutVersion,
                }
                : new JsonObject
                {
                    ["leaf"] = LeafHash.ToString(),
                    ["seq"] = Sequence,
                    ["withheld"] = Withheld == WithheldReason.Erased ? "erased" : "walled",
                }
        );

    internal static ExportedEntry Parse(ReadOnlyMemory<byte> line) =>
        ExportLine.Read(
            line,
            members =>
                members.TryGetProperty("leaf", out _)
                    ? HashOnly(
                        ExportLine.Whole(members, "seq"),
                        RecordHash.Parse(ExportLine.Text(members, "leaf")),
                        ExportLine.Text(members, "withheld") == "erased" ? WithheldReason.Erased : WithheldReason.Walled
                    )
                    : Full(ParseLeaf(members)),
            entry => entry.ToLine()
        );

    private static RecordLeaf ParseLeaf(JsonElement members)
    {
        if (
            !DateTime.TryParseExact(
                ExportLine.Text(members, "at"),
                InstantFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var instant
            )
        )
        {
            throw new RecordFormatException("\"at\" is not an instant");
        }

        return new RecordLeaf
        {
            Log = LogId.Parse(ExportLine.Text(members, "log")),
            Sequence = ExportLine.Whole(members, "seq"),
            Instant = instant,
            Kind = ExportLine.Text(members, "kind"),
            Actor = ExportLine.Text(members, "actor"),
            Matter = ExportLine.TextOrNull(members, "matter"),
            Commitment = RecordHash.Parse(ExportLine.Text(members, "commitment")),
            Previous = RecordHash.Parse(ExportLine.Text(members, "previous")),
        };
    }
}
