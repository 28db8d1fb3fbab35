namespace Comity.Protocols.Language;

/// <summary>A part of a Markdown text: one of the three records below.</summary>
internal abstract record MarkdownPart;

internal sealed record MarkdownHeading(int Level, SourceLine Line) : MarkdownPart;

internal sealed record MarkdownProse(SourceLine Line) : MarkdownPart;

/// <summary>A fenced block: its kind, the words after the kind, and its lines.</summary>
internal sealed record Block(string Kind, Name Argument, Location At, IReadOnlyList<SourceLine> Lines) : MarkdownPart
{
    /// <summary>The lines that say something, in groups parted by blank lines. A line that starts with <c>#</c> is a comment.</summary>
    public IEnumerable<IReadOnlyList<SourceLine>> Groups()
    {
        var group = new List<SourceLine>();
        foreach (var line in Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                if (group.Count > 0)
                {
                    yield return group;
                    group = [];
                }
            }
            else if (!line.IsComment)
            {
                group.Add(line);
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }
}
