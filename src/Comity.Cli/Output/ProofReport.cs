using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Comity.Protocols.Analysis;

namespace Comity.Cli.Output;

/// <summary>What was proved, as JSON: schema <c>comity/proof/1</c>.</summary>
public sealed record ProofReport(IReadOnlyList<ProofReport.OfProtocol> Protocols)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/proof/1";

    [JsonIgnore]
    public bool Holds => Protocols.All(protocol => protocol.Properties.All(property => property.Holds));

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var protocol in Protocols)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(protocol.Protocol).Append('\n');
            foreach (var property in protocol.Properties)
            {
                text.Append("  ").Append(property.Holds ? "holds: " : "fails: ").Append(property.Says).Append('\n');
                Append(text, property.CounterExamples, "    ");
                if (property.Noted.Count > 0)
                {
                    text.Append("    noted beside it:\n");
                    Append(text, property.Noted, "      ");
                }
            }

            var failing = protocol.Properties.Count(property => !property.Holds);
            text.Append(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {protocol.Properties.Count - failing} of {protocol.Properties.Count} properties hold\n"
                )
            );
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<Example> examples, string indent)
    {
        foreach (var example in examples)
        {
            text.Append(indent).Append(example.InWords).Append(": ").Append(example.Words).Append('.');
            text.Append(example.Norms.Count == 0 ? "" : $" [{string.Join(", ", example.Norms)}]");
            text.Append(example.File is null ? "" : $"\n{indent}  {example.File}").Append('\n');
        }
    }

    public sealed record OfProtocol(string Protocol, IReadOnlyList<Proved> Properties);

    public sealed record Proved(
        ProofProperty Property,
        string Says,
        bool Holds,
        IReadOnlyList<Example> CounterExamples,
        IReadOnlyList<Example> Noted
    )
    {
        public static string In(ProofProperty property) =>
            property switch
            {
                ProofProperty.ConcernsReachSomebodyElse => "every concern ends with somebody who is not a party to it",
                ProofProperty.NobodyDecidesAboutThemselves => "nobody decides about themselves",
                ProofProperty.ContradictionsAreSettled => "no two rules contradict each other without a word on which prevails",
                ProofProperty.ApprovalsHaveSomebody => "no required approval is left to nobody",
                ProofProperty.ClocksHaveAnAnchor => "every clock has an anchor",
                ProofProperty.WallsExcludeTheSubject => "every wall around a concern excludes the person it is about",
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }

    /// <summary>A situation that speaks against a property, or one that was noted beside it.</summary>
    public sealed record Example(
        CounterKind Kind,
        string InWords,
        string Words,
        IReadOnlyList<string> By,
        IReadOnlyList<string> About,
        IReadOnlyList<string> Norms,
        AskedSituation? Situation,
        string? File
    );
}
