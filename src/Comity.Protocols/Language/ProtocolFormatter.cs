using System.Text;

namespace Comity.Protocols.Language;

/// <summary>
/// Writes the blocks of a protocol file in their canonical form. Whatever stands outside them (front matter, headings, prose) stays byte for byte, and
/// so do comments inside them, each above the line that it stood above.
/// </summary>
public static class ProtocolFormatter
{
    // Lines that are one list wherever they stand, and become one line.
    private static readonly string[] Joined = ["despite", "subject", "nearest", "between", "in"];

    // How a text is written can be told without knowing its words.
    private static readonly Vocabulary NoWords = Vocabulary.Read([]);
    private static readonly Clause NoClause = new("", "", "", 2, "", default);
    private static readonly DocumentControl NoControl = new([], Layer.Protocol, [], []);

    /// <summary>Formats a protocol file. Formatting twice is formatting once, and the text means what it meant.</summary>
    /// <param name="source">The text, with the line endings that it has.</param>
    public static FormattedText Format(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var errors = ProtocolFile
            .Read(source, NoWords)
            .Diagnostics.Where(found => found.Severity == Severity.Error && DiagnosticKinds.IsOfForm(found.Id))
            .ToList();
        return new FormattedText(errors.Count == 0 ? Write(source) : source.Text, errors);
    }

    private static string Write(SourceText source)
    {
        var lines = TextLine.Split(source.Text);
        var text = new StringBuilder(source.Text.Length);
        var next = 0;
        foreach (var block in MarkdownDocument.Read(source, new DiagnosticBag()).Parts.OfType<Block>())
        {
            if (Body(block) is not { } body)
            {
                continue;
            }

            var opening = block.At.Line - 1;
            var closing = opening + block.Lines.Count + 1;
            text.AppendJoin("", lines.Skip(next).Take(opening - next));
            var fence = new string('`', lines[opening].Text.TrimStart('\uFEFF').TakeWhile(character => character == '`').Count());
            string[] written = [$"{fence}{block.Kind} {block.Argument}", .. body];
            foreach (var line in written)
            {
                text.Append(line).Append(lines[opening].Ending);
            }

            text.Append(fence).Append(lines[closing].Ending);
            next = closing + 1;
        }

        return text.AppendJoin("", lines.Skip(next)).ToString();
    }

    private static IEnumerable<string>? Body(Block block) =>
        block.Kind switch
        {
            "rule" => RuleBody(block),
            "gap" => NoteBody(block, NoteReader.GapLines, reader => reader.ReadGap() is { } gap ? ProtocolPrinter.Lines(gap) : null),
            "clash" => NoteBody(
                block,
                NoteReader.ClashLines,
                reader => reader.ReadClash() is { } clash ? [Between(block, clash), .. ProtocolPrinter.Lines(clash).Skip(1)] : null
            ),
            "fault" => NoteBody(
                block,
                NoteReader.FaultLines,
                reader => reader.ReadFault() is { } fault ? ProtocolPrinter.Lines(fault) : null
            ),
            _ => null,
        };

    // Rules, and comments that stand alone, parted by one blank line each.
    private static IEnumerable<string> RuleBody(Block block) =>
        Paragraphs(block.Lines)
            .Select(paragraph =>
            {
                var said = paragraph.Where(line => !line.IsComment).ToList();
                var rule = said.Count == 0 ? null : new RuleReader(new DiagnosticBag(), "", NoClause, NoControl).Read(said);
                return Arranged(paragraph, RuleReader.Conditions, rule is null ? [] : rule.Lines());
            })
            .SelectMany((paragraph, index) => index == 0 ? paragraph : paragraph.Prepend(""));

    // A note is one thing, whatever blank lines stand in it.
    private static List<string> NoteBody(Block block, string[] order, Func<NoteReader, IEnumerable<string>?> read) =>
        Arranged(
            [.. block.Lines.Where(line => !string.IsNullOrWhiteSpace(line.Text))],
            order,
            [.. read(new NoteReader(new DiagnosticBag(), block, NoClause)) ?? []]
        );

    // `A, B and C` sets two norms against a third: where the `and` stands is the author's to say.
    private static string Between(Block block, Clash clash)
    {
        var lines = block
            .Lines.Where(line => !line.IsComment && !string.IsNullOrWhiteSpace(line.Text) && FirstWord(line) == "between")
            .ToList();
        if (lines.Count != 1)
        {
            return ProtocolPrinter.Lines(clash).First();
        }

        var words = LineWord.Split(lines[0].Text).Select(word => word.Text == "," ? "," : $" {word.Text}");
        return string.Concat(words).TrimStart();
    }

    private static IEnumerable<IReadOnlyList<SourceLine>> Paragraphs(IReadOnlyList<SourceLine> lines)
    {
        var paragraph = new List<SourceLine>();
        foreach (var line in lines)
        {
            if (!string.IsNullOrWhiteSpace(line.Text))
            {
                paragraph.Add(line);
            }
            else if (paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }
        }

        if (paragraph.Count > 0)
        {
            yield return paragraph;
        }
    }

    /// <summary>The canonical lines, each below the comments of the line or lines that it stands for; comments after the last line stay the last.</summary>
    private static List<string> Arranged(IReadOnlyList<SourceLine> lines, string[] order, IReadOnlyList<string> canonical)
    {
        var said = new List<(int Place, string Word, List<string> Comments)>();
        var comments = new List<string>();
        foreach (var line in lines)
        {
            if (line.IsComment)
            {
                comments.Add(line.Text.Trim());
                continue;
            }

            var word = FirstWord(line);
            var place = Array.IndexOf(order, word);
            var earlier = Joined.Contains(word) ? said.FindIndex(other => other.Word == word) : -1;
            if (earlier >= 0)
            {
                said[earlier].Comments.AddRange(comments);
            }
            else
            {
                said.Add((place < 0 ? order.Length : place, word, comments));
            }

            comments = [];
        }

        // Where a line says again what another said before it, neither is thrown away.
        return said.Count != canonical.Count
            ? [.. lines.Select(line => line.Text.Trim())]
            : [.. said.OrderBy(line => line.Place).Zip(canonical).SelectMany(pair => pair.First.Comments.Append(pair.Second)), .. comments];
    }

    private static string FirstWord(SourceLine line) => LineWord.Split(line.Text)[0].Text;
}
