namespace Comity.Protocols.Language;

/// <summary>A line of a text with the characters that end it: what is not changed is put together again byte for byte.</summary>
internal readonly record struct TextLine(string Text, string Ending)
{
    /// <summary>The lines by the same endings, and so with the same numbers, as <see cref="SourceLine.Split"/>; a byte order mark stays on the first.</summary>
    public static IReadOnlyList<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // The endings that String.ReplaceLineEndings knows.
            if (text[i] is not ('\r' or '\n' or '\f' or '\u0085' or '\u2028' or '\u2029'))
            {
                continue;
            }

            var length = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            lines.Add(new TextLine(text[start..i], text.Substring(i, length)));
            i += length - 1;
            start = i + 1;
        }

        lines.Add(new TextLine(text[start..], ""));
        return lines;
    }

    public override string ToString() => Text + Ending;
}
