namespace Comity.Protocols.Language;

/// <summary>Collects findings, so that a reader can go on after the first.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> found = [];

    public int ErrorCount { get; private set; }

    public void Report(DiagnosticKind kind, Location at, string message, string? suggestion = null)
    {
        if (kind.Severity == Severity.Error)
        {
            ErrorCount++;
        }

        found.Add(new Diagnostic(kind.Id, kind.Severity, message, at.Path, at.Line, at.Column, suggestion));
    }

    public void ReportUnknown(DiagnosticKind kind, Location at, string what, string given, IEnumerable<string> known) =>
        Report(kind, at, $"no {what} is called `{given}`", Nearest.Suggest(given, known));

    public void Add(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            ErrorCount += diagnostic.Severity == Severity.Error ? 1 : 0;
            found.Add(diagnostic);
        }
    }

    public IReadOnlyList<Diagnostic> InOrder() =>
        [
            .. found
                .OrderBy(d => d.Path, StringComparer.Ordinal)
                .ThenBy(d => d.Line)
                .ThenBy(d => d.Column)
                .ThenBy(d => d.Id, StringComparer.Ordinal)
                .Distinct(),
        ];
}
