namespace Comity.Protocols.Editing;

/// <summary>
/// A text as somebody is writing it, beside the texts that it belongs to: what may stand at a place, what a word there is, where it is declared. Lines
/// and columns are counted from 1, columns in UTF-16 code units. However broken the text is, every question has an answer. Immutable and thread-safe.
/// </summary>
public sealed class EditedText
{
    private readonly SourceText source;
    private readonly ProtocolLibrary texts;
    private readonly IReadOnlyList<SourceLine> lines;
    private readonly MarkdownDocument? document;
    private readonly ProtocolFile? file;
    private readonly KnownNames names;

    /// <summary>A text among others.</summary>
    /// <param name="source">The text; its path says whether it is a protocol, a file of cases or a vocabulary.</param>
    /// <param name="library">The texts that it belongs to, this one among them.</param>
    public EditedText(SourceText source, ProtocolLibrary library)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(library);
        this.source = source;
        texts = library;
        lines = SourceLine.Split(source);
        document = IsCase ? null : MarkdownDocument.Read(source, new DiagnosticBag());
        file =
            library.Files.FirstOrDefault(found => found.Source.Path == source.Path)
            // Rulings and arrangements are a council's own: no folder of protocols loads them.
            ?? (IsCase || IsVocabulary ? null : ProtocolFile.Read(source, library.Vocabulary));
        names = new KnownNames(library, file is not null ? [file] : Beside());
    }

    private bool IsCase => source.Path.EndsWith(".case", StringComparison.Ordinal);

    private bool IsVocabulary => source.Path.Split('/', '\\') is [.., "vocabulary", _];

    /// <summary>What may stand at a place.</summary>
    public Suggestions Suggest(int line, int column)
    {
        if (line < 1 || line > lines.Count)
        {
            return new Suggestions(column, []);
        }

        var words = LineWord.Split(lines[line - 1].Text[..Math.Clamp(column - 1, 0, lines[line - 1].Text.Length)]);
        var isWriting = words.Count > 0 && words[^1] is { Kind: LineWordKind.Word } last && last.End == column;
        return words.Any(word => word.Kind is LineWordKind.OpenText)
            ? new Suggestions(column, [])
            : new Suggestions(
                isWriting ? words[^1].Column : column,
                [.. After(line, [.. (isWriting ? words.SkipLast(1) : words).Select(word => word.Text)])]
            );
    }

    /// <summary>What the word at a place is, or null when there is nothing to say about it.</summary>
    public Description? Describe(int line, int column) =>
        WordAt(line, column) is { } found && WordDescription.Of(found.Item, texts) is { } text
            ? new Description(text, found.Word.Column, found.Word.End)
            : null;

    /// <summary>What a suggested word is, as Markdown, or null when there is nothing to say about it.</summary>
    public string? Describe(Suggestion item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return WordDescription.Of(item, texts);
    }

    /// <summary>Where the word at a place is declared: a clause at its heading, a norm at its block, a fact in its vocabulary. Null when nowhere.</summary>
    public Location? Define(int line, int column) =>
        WordAt(line, column) is not { } found
            ? null
            : found.Item.Kind switch
            {
                SuggestionKind.Act => texts.Vocabulary.Acts[found.Item.Text].At,
                SuggestionKind.Role => texts.Vocabulary.Roles[found.Item.Text].At,
                SuggestionKind.Fact => Declared(texts.Vocabulary.Facts[found.Item.Text].At),
                SuggestionKind.Norm => texts.Files.SelectMany(other => other.Norms).FirstOrDefault(norm => norm.Id == found.Item.Text)?.At,
                SuggestionKind.Clause => Meant
                    .SelectMany(other => other.Clauses)
                    .FirstOrDefault(clause => clause.Number == found.Item.Text)
                    ?.At,
                SuggestionKind.File => new Location(texts.File(found.Item.Text)!.Source.Path, 1, 1),
                _ => null,
            };

    /// <summary>The column after the word that a finding points at; the line's end when it points past its last word.</summary>
    public int EndOf(int line, int column)
    {
        if (line < 1 || line > lines.Count)
        {
            return column;
        }

        // A text begins at its quotation mark and ends after it; any other place inside of a word belongs to that word.
        var word = LineWord.Split(lines[line - 1].Text).FirstOrDefault(found => found.Column <= column && column < found.End);
        return word.Text is null ? Math.Max(column, lines[line - 1].Text.TrimEnd().Length + 1) : word.End;
    }

    /// <summary>The clauses with their norms, or the cases, in the order of the text.</summary>
    public IReadOnlyList<OutlineEntry> Outline()
    {
        if (IsCase)
        {
            var cases = texts.CaseFiles.FirstOrDefault(found => found.Source.Path == source.Path)?.Cases ?? [];
            return
            [
                .. cases.Select(
                    (example, i) =>
                        new OutlineEntry(
                            $"{example.Norm}: {example.Title}",
                            SuggestionKind.Norm,
                            1,
                            example.At,
                            i + 1 < cases.Count ? cases[i + 1].At.Line - 1 : lines.Count
                        )
                ),
            ];
        }

        if (file is null)
        {
            return [];
        }

        var clauses = file.Clauses;
        return
        [
            .. clauses
                .Select(
                    (clause, i) =>
                        new OutlineEntry(
                            $"{clause.Number} {clause.Heading}".Trim(),
                            SuggestionKind.Clause,
                            clause.Level,
                            clause.At,
                            (clauses.Skip(i + 1).FirstOrDefault(next => next.Level <= clause.Level)?.At.Line ?? lines.Count + 1) - 1
                        )
                )
                .Concat(
                    file.Norms.Select(norm => new OutlineEntry(
                        norm.Id,
                        SuggestionKind.Norm,
                        norm.Clause.Level + 1,
                        norm.At,
                        norm.Rules[^1].At.Line + norm.Rules[^1].Lines().Count
                    ))
                )
                .OrderBy(entry => entry.At.Line),
        ];
    }

    // The protocol that a file of cases is about.
    private IReadOnlyList<ProtocolFile> Meant => file is not null ? [file] : Beside();

    private List<ProtocolFile> Beside()
    {
        var folder = source.Path.LastIndexOf("cases/", StringComparison.Ordinal) is >= 0 and var at ? source.Path[..at] : "";
        return [.. texts.Files.Where(found => found.Source.Path.LastIndexOf('/') + 1 is var end && found.Source.Path[..end] == folder)];
    }

    // What is built in is declared nowhere.
    private static Location? Declared(Location at) => at.Line > 0 ? at : null;

    // The word at a place, and which of the words that may stand there it is.
    private (LineWord Word, Suggestion Item)? WordAt(int line, int column)
    {
        if (line < 1 || line > lines.Count)
        {
            return null;
        }

        var words = LineWord.Split(lines[line - 1].Text).ToList();
        var at = words.FindIndex(word => word.Kind == LineWordKind.Word && word.Column <= column && column <= word.End);
        if (at < 0)
        {
            return null;
        }

        // Of two words that touch at the place, the one that begins there.
        at = at + 1 < words.Count && words[at + 1].Kind == LineWordKind.Word && words[at + 1].Column == column ? at + 1 : at;
        var text = words[at].Text.TrimEnd(':');
        var word = words[at] with { Text = text };
        return After(line, [.. words.Take(at).Select(before => before.Text)]).FirstOrDefault(item => item.Text == text) is { } item
            ? (word, item)
            : null;
    }

    private IEnumerable<Suggestion> After(int line, IReadOnlyList<string> words)
    {
        if (lines[line - 1].IsComment && words.Count > 0)
        {
            return [];
        }

        if (document is null)
        {
            return CaseWords.After(words, names);
        }

        if (document.FrontMatter is { } front && line > 1 && line <= front.Count + 1)
        {
            return FrontMatterWords.After(words, names);
        }

        if (
            document.Parts.OfType<Block>().FirstOrDefault(found => found.At.Line <= line && line <= found.At.Line + found.Lines.Count)
            is not { } block
        )
        {
            return [];
        }

        if (block.At.Line == line)
        {
            return Opening(block, line, words);
        }

        return IsVocabulary
            ? VocabularyWords.After(block.Kind, words, names)
            : RuleWords.After(block.Kind, words, IsFirstOfRule(block, line), names);
    }

    // After ```rule: the next norm of the clause.
    private IEnumerable<Suggestion> Opening(Block block, int line, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return IsVocabulary
                ? RuleWords.Keywords("```act", "```role", "```fact")
                : RuleWords.Keywords("```rule", "```gap", "```clash", "```fault");
        }

        if (file?.Clauses.LastOrDefault(clause => clause.At.Line < line) is not { } under || words.Count != 1)
        {
            return [];
        }

        var start = $"{file.Control.Protocol}/";
        if (block.Kind != "rule")
        {
            return [new Suggestion(start, SuggestionKind.Norm, "The protocol's key, and a name")];
        }

        var taken = file.Norms.Where(norm => norm.At.Line != line).Select(norm => norm.Id).ToHashSet(StringComparer.Ordinal);
        var free = Enumerable
            .Range('a', 26)
            .Select(letter => $"{start}{under.Number}/{(char)letter}")
            .FirstOrDefault(id => !taken.Contains(id));
        return
        [
            .. free is null ? Array.Empty<Suggestion>() : [new Suggestion(free, SuggestionKind.Norm, $"The next norm of {under.Number}")],
            .. file.Norms.Where(norm => norm.At.Line == line).Select(norm => new Suggestion(norm.Id, SuggestionKind.Norm, under.Heading)),
        ];
    }

    private bool IsFirstOfRule(Block block, int line)
    {
        for (var before = line - 1; before > block.At.Line; before--)
        {
            var text = lines[before - 1];
            if (string.IsNullOrWhiteSpace(text.Text))
            {
                return true;
            }

            if (!text.IsComment)
            {
                return false;
            }
        }

        return true;
    }
}
