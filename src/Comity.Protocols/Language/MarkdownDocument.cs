namespace Comity.Protocols.Language;

/// <summary>The little of Markdown that the language is made of: front matter, headings, prose and fenced blocks.</summary>
internal sealed class MarkdownDocument
{
    private MarkdownDocument(IReadOnlyList<SourceLine>? frontMatter, IReadOnlyList<MarkdownPart> parts)
    {
        FrontMatter = frontMatter;
        Parts = parts;
    }

    /// <summary>The lines between the two lines of hyphens, or null when the text does not begin with front matter that ends.</summary>
    public IReadOnlyList<SourceLine>? FrontMatter { get; }

    public IReadOnlyList<MarkdownPart> Parts { get; }

    public static MarkdownDocument Read(SourceText source, DiagnosticBag bag)
    {
        var lines = SourceLine.Split(source);
        var next = 0;
        var frontMatter = ReadFrontMatter(lines, ref next);
        var parts = new List<MarkdownPart>();
        while (next < lines.Count)
        {
            var line = lines[next++];
            var ticks = FenceLength(line.Text);
            if (ticks >= 3)
            {
                parts.Add(ReadBlock(lines, line, ticks, ref next, bag));
            }
            else if (HeadingLevel(line.Text) is > 0 and var level)
            {
                parts.Add(new MarkdownHeading(level, line));
            }
            else
            {
                parts.Add(new MarkdownProse(line));
            }
        }

        return new MarkdownDocument(frontMatter, parts);
    }

    private static List<SourceLine>? ReadFrontMatter(IReadOnlyList<SourceLine> lines, ref int next)
    {
        if (lines.Count == 0 || lines[0].Text.TrimEnd() != "---")
        {
            return null;
        }

        var found = new List<SourceLine>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Text.TrimEnd() == "---")
            {
                next = i + 1;
                return found;
            }

            found.Add(lines[i]);
        }

        return null;
    }

    private static Block ReadBlock(IReadOnlyList<SourceLine> lines, SourceLine opening, int ticks, ref int next, DiagnosticBag bag)
    {
        var info = opening.Text.TrimEnd()[ticks..];
        var indent = info.Length - info.TrimStart().Length;
        info = info.TrimStart();
        var space = info.IndexOf(' ', StringComparison.Ordinal);
        var kind = space < 0 ? info : info[..space];
        var rest = space < 0 ? "" : info[space..];
        var argument = rest.Trim();
        var argumentColumn = ticks + indent + kind.Length + (rest.Length - rest.TrimStart().Length) + 1;
        var body = new List<SourceLine>();
        while (next < lines.Count)
        {
            var line = lines[next++];
            var trimmed = line.Text.TrimEnd();
            if (FenceLength(trimmed) >= ticks && trimmed.Length == FenceLength(trimmed))
            {
                return new Block(kind, new Name(argument, opening.At(argumentColumn)), opening.At(ticks + indent + 1), body);
            }

            body.Add(line);
        }

        bag.Report(DiagnosticKinds.BlockNotClosed, opening.At(1), $"the block `{info}` has no closing line");
        return new Block(kind, new Name(argument, opening.At(argumentColumn)), opening.At(ticks + indent + 1), body);
    }

    private static int FenceLength(string text)
    {
        var length = 0;
        while (length < text.Length && text[length] == '`')
        {
            length++;
        }

        return length;
    }

    private static int HeadingLevel(string text)
    {
        var level = 0;
        while (level < text.Length && text[level] == '#')
        {
            level++;
        }

        return level is > 0 and <= 6 && level < text.Length && text[level] == ' ' ? level : 0;
    }
}
