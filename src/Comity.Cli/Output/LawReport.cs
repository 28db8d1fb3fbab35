using System.Text.Json.Serialization;

namespace Comity.Cli.Output;

/// <summary>The rules of law as JSON: schema <c>comity/law/1</c>.</summary>
public sealed record LawReport(IReadOnlyList<LawReport.Row> Rules)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/law/1";

    public sealed record Row(string Norm, string Clause, string? Source, DateOnly? From, DateOnly? Until, string? Unverified);
}
