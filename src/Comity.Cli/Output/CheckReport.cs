using System.Globalization;
using System.Text.Json.Serialization;
using Comity.Protocols;

namespace Comity.Cli.Output;

/// <summary>What a check found, as JSON: schema <c>comity/check/1</c>.</summary>
public sealed record CheckReport(IReadOnlyList<string> Protocols, int Norms, IReadOnlyList<CheckReport.Finding> Findings, int Errors)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/check/1";

    public sealed record Finding(
        string Id,
        Severity Severity,
        string Path,
        int Line,
        int Column,
        string Message,
        string? Suggestion,
        AskedSituation? Situation = null
    )
    {
        public static Finding Of(Diagnostic found) =>
            new(found.Id, found.Severity, found.Path, found.Line, found.Column, found.Message, found.Suggestion);

        /// <summary>On one line, in the form that editors and build tools can follow.</summary>
        public string Show() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path}:{Line}:{Column}: {(Severity == Severity.Error ? "error" : "warning")} {Id}: {Message}{(Suggestion is null ? "" : $" ({Suggestion})")}"
            );
    }
}
