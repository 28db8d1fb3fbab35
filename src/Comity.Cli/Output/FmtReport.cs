using System.Globalization;
using System.Text.Json.Serialization;

namespace Comity.Cli.Output;

/// <summary>What came of formatting, as JSON: schema <c>comity/fmt/1</c>.</summary>
public sealed record FmtReport(int Files, IReadOnlyList<string> Changed, IReadOnlyList<CheckReport.Finding> Errors)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/fmt/1";

    public string Show() => string.Create(CultureInfo.InvariantCulture, $"{Files} file{(Files == 1 ? "" : "s")}, {Changed.Count} changed");
}
