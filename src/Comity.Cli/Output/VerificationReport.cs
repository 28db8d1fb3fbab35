using System.Text.Json.Serialization;
using Comity.Service.Record;

namespace Comity.Cli.Output;

/// <summary>A check of a record as JSON: schema <c>comity/verification/1</c>.</summary>
public sealed record VerificationReport(
    bool Stands,
    IReadOnlyList<VerificationReport.Found> Findings,
    bool MoreFindings,
    IReadOnlyList<string> NotShown,
    string? Log,
    long? Size,
    string? Root,
    long FullEntries,
    long WithheldEntries,
    long ContentsCompared,
    bool ContinuesHeldCheckpoint
)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/verification/1";

    public static VerificationReport Of(RecordVerification result) =>
        new(
            result.Stands,
            [.. result.Findings.Select(finding => new Found(finding.Kind, finding.File, finding.Sequence, finding.Message))],
            result.IsCutShort,
            result.NotChecked,
            result.Checkpoint?.Log.ToString(),
            result.Checkpoint?.Size,
            result.Checkpoint?.Root.ToString(),
            result.FullEntries,
            result.WithheldEntries,
            result.ContentsChecked,
            result.ContinuesHeldCheckpoint
        );

    public sealed record Found(RecordFindingKind Kind, string File, long? Entry, string Message);
}
