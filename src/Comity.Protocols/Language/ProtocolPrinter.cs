using System.Text;

namespace Comity.Protocols.Language;

/// <summary>
/// Writes a protocol file from what was read of it, in one canonical form: reading that text gives the same again. Comments, and whatever stands before the
/// first clause, are no part of what was read.
/// </summary>
public static class ProtocolPrinter
{
    /// <summary>The text of a file.</summary>
    public static string Print(ProtocolFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = new StringBuilder("---\n");
        foreach (var (key, value) in file.Control.Lines)
        {
            text.Append(key).Append(':').Append(value.Length == 0 ? "" : $" {value}").Append('\n');
        }

        text.Append("---\n");
        foreach (var clause in file.Clauses)
        {
            Print(text, file, clause);
        }

        return text.ToString();
    }

    private static void Print(StringBuilder text, ProtocolFile file, Clause clause)
    {
        var heading = clause.Heading.Length == 0 ? "" : $" {clause.Heading}";
        text.Append('\n').Append('#', clause.Level).Append(' ').Append(clause.Number).Append(heading);
        text.Append(" {#").Append(clause.LastingId).Append("}\n");
        if (clause.Prose.Length > 0)
        {
            text.Append('\n').Append(clause.Prose).Append('\n');
        }

        foreach (var norm in file.Norms.Where(norm => ReferenceEquals(norm.Clause, clause)))
        {
            Block(text, "rule", norm.Id, string.Join("\n\n", norm.Rules));
        }

        foreach (var gap in file.Gaps.Where(gap => ReferenceEquals(gap.Clause, clause)))
        {
            Block(text, "gap", gap.Key, string.Join('\n', Lines(gap)));
        }

        foreach (var clash in file.Clashes.Where(clash => IsUnder(clash.At, file, clause)))
        {
            Block(text, "clash", clash.Key, string.Join('\n', Lines(clash)));
        }

        foreach (var fault in file.Faults.Where(fault => ReferenceEquals(fault.Clause, clause)))
        {
            Block(text, "fault", fault.Key, string.Join('\n', Lines(fault)));
        }
    }

    // A clash belongs to no clause but stands under one.
    private static bool IsUnder(Location at, ProtocolFile file, Clause clause) =>
        ReferenceEquals(file.Clauses.LastOrDefault(other => other.At.Line <= at.Line), clause);

    private static void Block(StringBuilder text, string kind, string key, string lines) =>
        text.Append("\n```").Append(kind).Append(' ').Append(key).Append('\n').Append(lines).Append("\n```\n");

    internal static IEnumerable<string> Lines(Gap gap) =>
        [
            .. gap.Scopes.Select(scope => scope.ToString()),
            .. gap.When.Select(condition => $"when {condition}"),
            .. gap.Unless.Select(condition => $"unless {condition}"),
            $"says \"{gap.Says}\"",
            .. gap.NearestNorms.Count == 0 ? Array.Empty<string>() : [$"nearest {string.Join(", ", gap.NearestNorms)}"],
            .. gap.Ask is null ? Array.Empty<string>() : [$"ask {gap.Ask}"],
        ];

    internal static IEnumerable<string> Lines(Clash clash) =>
        [
            $"between {string.Join(" and ", clash.Between)}",
            $"says \"{clash.Says}\"",
            .. clash.Resolved is null ? Array.Empty<string>() : [$"resolved \"{clash.Resolved}\""],
        ];

    internal static IEnumerable<string> Lines(Fault fault) =>
        [.. fault.In.Count == 0 ? Array.Empty<string>() : [$"in {string.Join(", ", fault.In)}"], $"says \"{fault.Says}\""];
}
