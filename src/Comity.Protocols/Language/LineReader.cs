namespace Comity.Protocols.Language;

/// <summary>Reads the words of one line from left to right.</summary>
internal sealed class LineReader
{
    private readonly IReadOnlyList<LineWord> tokens;
    private readonly SourceLine line;
    private int next;

    public LineReader(SourceLine line, DiagnosticBag bag)
    {
        this.line = line;
        Bag = bag;
        tokens = LineWord.Split(line.Text);
    }

    public DiagnosticBag Bag { get; }

    public bool AtEnd => next >= tokens.Count;

    /// <summary>Where the next word stands, or where it would stand.</summary>
    public Location Here => line.At(AtEnd ? line.Text.TrimEnd().Length + 1 : tokens[next].Column);

    /// <summary>The next word or sign, or an empty text at the end of the line.</summary>
    public string Peek => AtEnd || tokens[next].Kind is LineWordKind.Text or LineWordKind.OpenText ? "" : tokens[next].Text;

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
            if (next + i >= tokens.Count || tokens[next + i].Kind == LineWordKind.Text || tokens[next + i].Text != words[i])
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
        if (AtEnd || tokens[next].Kind != LineWordKind.Word)
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
        if (!AtEnd && tokens[next].Kind == LineWordKind.Text)
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
}
