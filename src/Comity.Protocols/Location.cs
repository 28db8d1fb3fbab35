namespace Comity.Protocols;

/// <summary>A place in a source text.</summary>
/// <param name="Path">The path of the <see cref="SourceText"/>.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in UTF-16 code units, counted from 1.</param>
public readonly record struct Location(string Path, int Line, int Column)
{
    /// <summary>The place as <c>path:line:column</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}:{Line}:{Column}");
}
