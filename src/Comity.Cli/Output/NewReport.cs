using System.Text.Json.Serialization;

namespace Comity.Cli.Output;

/// <summary>What was made, as JSON: schema <c>comity/new/1</c>.</summary>
public sealed record NewReport(string Protocol, IReadOnlyList<string> Files)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/new/1";

    public string ToText(string folder) => $"{string.Concat(Files.Select(file => file + "\n"))}Next: comity check {folder}\n";
}
