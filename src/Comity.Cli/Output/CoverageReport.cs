using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Comity.Cli.Output;

/// <summary>The table of norms: as JSON (schema <c>comity/coverage/1</c>), as text, and as the page docs/norms.md.</summary>
public sealed record CoverageReport(IReadOnlyList<CoverageReport.ProtocolRows> Protocols, IReadOnlyList<string> UnknownMarks)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/coverage/1";

    /// <summary>Every norm has a rule, every rule that does more than guide a case, every mark a norm, and no change went unnoticed.</summary>
    public bool IsWhole =>
        UnknownMarks.Count == 0
        && Protocols.All(protocol =>
            protocol.Norms.All(norm => norm.Present && (!norm.Actionable || norm.Cases > 0))
            && protocol.Mutation is null or { Survivors.Count: 0 }
        );

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var protocol in Protocols)
        {
            var width = protocol.Norms.Max(norm => norm.Id.Length);
            text.Append(CultureInfo.InvariantCulture, $"{"norm".PadRight(width)}  rule      cases  through the service\n");
            foreach (var norm in protocol.Norms)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{norm.Id.PadRight(width)}  {norm.Rule, -8}  {norm.Cases, 5}  {(norm.Tests.Count == 0 ? "-" : norm.Tests.Count.ToString(CultureInfo.InvariantCulture))}\n"
                );
            }

            text.Append('\n').Append(protocol.Totals()).Append('\n');
            foreach (var survivor in protocol.Mutation?.Survivors ?? [])
            {
                text.Append("  not noticed: ").Append(survivor).Append('\n');
            }
        }

        foreach (var mark in UnknownMarks)
        {
            text.Append("a test carries the mark of a norm that is not there: ").Append(mark).Append('\n');
        }

        return text.ToString();
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("# The table of norms\n\n");
        text.Append("Written by `./comity coverage --write docs/norms.md`; a test fails when it is stale.\n\n");
        text.Append(
            "A norm is one thing that a protocol lays down. *Rule*: the acts that its rules speak of, and whether they decide something or guide. "
        );
        text.Append(
            "*Cases*: examples beside the protocol. *Through the service*: tests that show it at work from a use case or a page.\n"
        );
        foreach (var protocol in Protocols)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {protocol.Protocol}\n\n{protocol.Totals()}\n\n");
            text.Append("| norm | rule | on | cases | through the service |\n|---|---|---|---|---|\n");
            foreach (var norm in protocol.Norms)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {norm.Id} | {norm.Rule} | {string.Join(", ", norm.Acts)} | {norm.Cases} | {string.Join(", ", norm.Tests)} |\n"
                );
            }
        }

        return text.ToString();
    }

    public sealed record ProtocolRows(string Protocol, IReadOnlyList<Row> Norms, Mutants? Mutation)
    {
        public string Totals()
        {
            var actionable = Norms.Where(norm => norm.Actionable).ToList();
            var totals = string.Create(
                CultureInfo.InvariantCulture,
                $"{Protocol}: {Norms.Count(norm => norm.Present)} of {Norms.Count} norms present; {actionable.Count(norm => norm.Cases > 0)} of {actionable.Count} that do more than guide have a case; {Norms.Count(norm => norm.Tests.Count > 0)} shown through the service."
            );
            return Mutation is null
                ? totals
                : string.Create(CultureInfo.InvariantCulture, $"{totals} {Mutation.Killed} of {Mutation.Total} changes to rules noticed.");
        }
    }

    public sealed record Row(string Id, IReadOnlyList<string> Acts, bool Present, bool Actionable, int Cases, IReadOnlyList<string> Tests)
    {
        [JsonIgnore]
        public string Rule =>
            !Present ? "missing"
            : Actionable ? "decides"
            : "guides";
    }

    public sealed record Mutants(int Total, int Killed, IReadOnlyList<string> Survivors);
}
