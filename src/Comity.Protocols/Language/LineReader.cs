namespace Comity.Protocols.Language;

/// <summary>Reads the words of one line from left to right.</summary>
internal sealed class LineReader
{
    private readonly List<Token> tokens = [];
    private readonly SourceLine line;
    private int next;

    public LineReader(SourceLine line, DiagnosticBag bag)
    {
        this.line = line;
        Bag = bag;
        var i = 0;
        var text = line.Text;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (text[i] == '"')
            {
                var end = text.IndexOf('"', i + 1);
                var closed = end >= 0;
                tokens.Add(new Token(closed ? text[(i + 1)..end] : text[(i + 1)..], i + 1, closed ? TokenKind.Text : TokenKind.OpenText));
                i = closed ? end + 1 : text.Length;
            }
            else if (text[i] is '(' or ')' or ',' or '=')
            {
                tokens.Add(new Token(text[i].ToString(), i + 1, TokenKind.Sign));
                i++;
            }
            else
            {
                var start = i;
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('(' or ')' or ',' or '=' or '"'))
                {
                    i++;
                }

                tokens.Add(new Token(text[start..i], start + 1, TokenKind.Word));
            }
        }
    }

    private enum TokenKind
    {
        Word,
        Sign,
        Text,
        OpenText,
    }

    public DiagnosticBag Bag { get; }

    public bool AtEnd => next >= tokens.Count;

    /// <summary>Where the next word stands, or where it would stand.</summary>
    public Location Here => line.At(AtEnd ? line.Text.TrimEnd().Length + 1 : tokens[next].Column);

    /// <summary>The next word or sign, or an empty text at the end of the line.</summary>
    public string Peek => AtEnd || tokens[next].Kind is TokenKind.Text or TokenKind.OpenText ? "" : tokens[next].Text;

    /// <summary>What stands next, as a message would quote it.</summary>
    public string Found => AtEnd ? "the line ends" : $"found `{tokens[next].Text}`";

    /// <summary>The rest of the line as it stands, trimmed.</summary>
    public string Rest => AtEnd ? "" : line.Text[(tokens[next].Column - 1)..].Trim();

    public bool Take(string word)
    {
        if (Peek != word)
        {
            return false;
        }

        next++;
        return true;
    }

    public bool Take(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (next + i >= tokens.Count || tokens[next + i].Kind == TokenKind.Text || tokens[next + i].Text != words[i])
            {
                return false;
            }
        }

        next += words.Length;
        return true;
    }

    /// <summary>Reads a name, or reports that there is none.</summary>
    public Name? Name(DiagnosticKind kind, string expected)
    {
        if (AtEnd || tokens[next].Kind != TokenKind.Word)
        {
            Bag.Report(kind, Here, $"expected {expected}, but {Found}");
            return null;
        }

        var token = tokens[next++];
        return new Name(token.Text, line.At(token.Column));
    }

    /// <summary>Reads names parted by commas.</summary>
    public IReadOnlyList<Name>? Names(DiagnosticKind kind, string expected)
    {
        var names = new List<Name>();
        do
        {
            if (Name(kind, expected) is not { } name)
            {
                return null;
            }

            names.Add(name);
        } while (Take(","));

        return names;
    }

    /// <summary>Reads a text in quotation marks, or reports that there is none.</summary>
    public string? QuotedText(string after)
    {
        if (!AtEnd && tokens[next].Kind == TokenKind.Text)
        {
            return tokens[next++].Text;
        }

        Bag.Report(DiagnosticKinds.TextForm, Here, $"expected a text in quotation marks after `{after}`, but {Found}");
        return null;
    }

    public bool Expect(string word, DiagnosticKind kind)
    {
        if (Take(word))
        {
            return true;
        }

        Bag.Report(kind, Here, $"expected `{word}`, but {Found}");
        return false;
    }

    /// <summary>Reports whatever is left on the line.</summary>
    public bool ExpectEnd()
    {
        if (AtEnd)
        {
            return true;
        }

        Bag.Report(DiagnosticKinds.LineForm, Here, $"expected the end of the line, but {Found}");
        return false;
    }

    private readonly record struct Token(string Text, int Column, TokenKind Kind);
}
