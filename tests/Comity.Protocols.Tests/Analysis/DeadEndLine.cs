using Comity.Protocols.Analysis;

namespace Comity.Protocols.Tests.Analysis;

/// <summary>A finding about a concern on one line, as <c>dead-ends.txt</c> beside a pack writes it.</summary>
internal static class DeadEndLine
{
    public static string Of(CounterExample example) =>
        $"{example.Act}: {string.Concat(example.Kind.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()))}"
        + $"{Place(" by ", example.By)}{Place(" about ", example.About)}{Place(" in ", example.Norms)}";

    private static string Place(string word, IReadOnlyList<string> names) => names.Count == 0 ? "" : word + string.Join(", ", names);
}
