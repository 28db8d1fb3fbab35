namespace Comity.Protocols.Language;

/// <summary>One line of a text.</summary>
internal sealed record SourceLine(string Path, int Number, string Text)
{
    public bool IsComment => Text.TrimStart().StartsWith('#');

    public Location At(int column) => new(Path, Number, column);

    public static IReadOnlyList<SourceLine> Split(SourceText source)
    {
        var text = source.Text.Length > 0 && source.Text[0] == '\uFEFF' ? source.Text[1..] : source.Text;
        return [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new SourceLine(source.Path, index + 1, line))];
    }
}
