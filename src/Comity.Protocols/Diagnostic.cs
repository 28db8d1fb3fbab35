namespace Comity.Protocols;

/// <summary>One finding about a text.</summary>
/// <param name="Id">The stable id, <c>CP0001</c> and so on; documented in <c>docs/language/diagnostics.md</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong: a fragment, without a full stop, the text's own words in back-ticks.</param>
/// <param name="Path">The text it was found in.</param>
/// <param name="Line">The line, counted from 1; 0 when the finding has no place in a text.</param>
/// <param name="Column">The column, counted from 1; 0 when the finding has no place in a text.</param>
/// <param name="Suggestion">What to write instead, or null.</param>
public sealed record Diagnostic(string Id, Severity Severity, string Message, string Path, int Line, int Column, string? Suggestion)
{
    /// <summary>The finding on one line, in the form that editors and build tools can follow.</summary>
    public override string ToString()
    {
        var severity = Severity == Severity.Error ? "error" : "warning";
        var suggestion = Suggestion is null ? "" : $" ({Suggestion})";
        return FormattableString.Invariant($"{Path}:{Line}:{Column}: {severity} {Id}: {Message}{suggestion}");
    }
}
