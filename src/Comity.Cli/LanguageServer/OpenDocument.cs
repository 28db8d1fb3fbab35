namespace Comity.Cli.LanguageServer;

/// <summary>A file as it stands in an editor. Positions are those of the Language Server Protocol: lines and UTF-16 code units, counted from 0.</summary>
internal sealed record OpenDocument(string Uri, string Path, int? Version, string Text)
{
    /// <summary>
    /// The text for readers of the language: its lines end as an editor ends them, and nowhere else, so that both count the same lines.
    /// </summary>
    public string Lines =>
        new([
            .. Text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Select(character =>
                    character switch
                    {
                        '\r' => '\n',
                        '\f' or '\u0085' or '\u2028' or '\u2029' => ' ',
                        _ => character,
                    }
                ),
        ]);

    public OpenDocument With(int? version, string text) => this with { Version = version, Text = text };

    /// <summary>The text with a part of it replaced.</summary>
    public string Replaced((int Line, int Character) start, (int Line, int Character) end, string text)
    {
        var from = Offset(start);
        var until = Math.Max(from, Offset(end));
        return string.Concat(Text.AsSpan(0, from), text, Text.AsSpan(until));
    }

    // A position past the end of a line is the end of the line, one past the last line the end of the text.
    private int Offset((int Line, int Character) position)
    {
        var at = 0;
        for (var line = 0; line < position.Line; line++)
        {
            var end = Text.AsSpan(at).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return Text.Length;
            }

            at += end + (Text[at + end] == '\r' && at + end + 1 < Text.Length && Text[at + end + 1] == '\n' ? 2 : 1);
        }

        var length = Text.AsSpan(at).IndexOfAny('\r', '\n');
        return at + Math.Clamp(position.Character, 0, length < 0 ? Text.Length - at : length);
    }
}
