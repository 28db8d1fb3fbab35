namespace Comity.Protocols.Analysis;

/// <summary>Gathers the findings of a check. A rule on several acts is without effect only when it is so on every one.</summary>
internal sealed class CheckFindings
{
    private readonly Dictionary<(string Id, Location At, string About), CheckFinding?> found = [];
    private readonly HashSet<Rule> leftOut = new(ReferenceEqualityComparer.Instance);

    public void Add(DiagnosticKind kind, Location at, string message, string? suggestion, Situation? situation, string about = "") =>
        found.TryAdd((kind.Id, at, about), new CheckFinding(Make(kind, at, message, suggestion), situation));

    /// <summary>A finding that stands only when no act takes it back.</summary>
    public void Suspect(DiagnosticKind kind, Rule rule, string about, string message, string? suggestion)
    {
        if (!leftOut.Contains(rule))
        {
            found.TryAdd((kind.Id, rule.At, about), new CheckFinding(Make(kind, rule.At, message, suggestion), null));
        }
    }

    /// <summary>Takes a suspicion back, for good.</summary>
    public void Clear(DiagnosticKind kind, Rule rule, string about) => found[(kind.Id, rule.At, about)] = null;

    public void LeaveOut(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            leftOut.Add(rule);
            foreach (var key in found.Keys.Where(key => key.At == rule.At).ToList())
            {
                found[key] = null;
            }
        }
    }

    public IReadOnlyList<CheckFinding> InOrder() =>
        [
            .. found
                .Values.OfType<CheckFinding>()
                .OrderBy(finding => finding.Diagnostic.Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Diagnostic.Line)
                .ThenBy(finding => finding.Diagnostic.Column)
                .ThenBy(finding => finding.Diagnostic.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Diagnostic.Message, StringComparer.Ordinal),
        ];

    private static Diagnostic Make(DiagnosticKind kind, Location at, string message, string? suggestion) =>
        new(kind.Id, kind.Severity, message, at.Path, at.Line, at.Column, suggestion);
}
