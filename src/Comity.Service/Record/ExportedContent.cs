using System.Text.Json.Nodes;

namespace Comity.Service.Record;

/// <summary>One line of <c>contents.jsonl</c>: what an entry says, and the salt that proves it.</summary>
public sealed record ExportedContent(long Sequence, string Content, ReadOnlyMemory<byte> Salt)
{
    /// <summary>What the entry must have committed to.</summary>
    public RecordHash Commitment() => RecordCommitment.Of(Salt.Span, Content);

    internal string ToLine() =>
        CanonicalJson.Write(
            new JsonObject
            {
                ["content"] = Content,
                ["salt"] = Convert.ToHexStringLower(Salt.Span),
                ["seq"] = Sequence,
            }
        );

    internal static ExportedContent Parse(ReadOnlyMemory<byte> line) =>
        ExportLine.Read(
            line,
            members => new ExportedContent(
                ExportLine.Whole(members, "seq"),
                ExportLine.Text(members, "content"),
                RecordHash.Parse(ExportLine.Text(members, "salt")).ToArray()
            ),
            content => content.ToLine()
        );
}
