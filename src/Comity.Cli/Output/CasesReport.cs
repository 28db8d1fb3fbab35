using System.Globalization;
using System.Text.Json.Serialization;

namespace Comity.Cli.Output;

/// <summary>What came of the cases, as JSON: schema <c>comity/cases/1</c>.</summary>
public sealed record CasesReport(IReadOnlyList<string> Protocols, int Cases, int Passed, IReadOnlyList<CasesReport.Failure> Failures)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/cases/1";

    public sealed record Failure(string Path, int Line, string Norm, string Title, string Expected, string Got)
    {
        public string Show() =>
            string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}: {Norm}: {Title}: expected {Expected}, got {Got}");
    }
}
