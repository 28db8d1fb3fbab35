using System.Text;

namespace Comity.Protocols.Binding;

/// <summary>Reads a protocol file into clauses and blocks, and has every block bound.</summary>
internal sealed class ProtocolReader
{
    private static readonly string[] BlockKinds = ["rule", "gap", "clash", "fault"];

    private readonly DiagnosticBag bag;
    private readonly Binder binder;
    private readonly DocumentControl control;
    private readonly List<Clause> clauses = [];
    private readonly List<Rule> rules = [];
    private readonly List<Gap> gaps = [];
    private readonly List<Clash> clashes = [];
    private readonly List<Fault> faults = [];
    private readonly HashSet<string> faultyActs = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<Clause> withBlocks = new(ReferenceEqualityComparer.Instance);
    private readonly StringBuilder prose = new();
    private Clause? current;

    private ProtocolReader(DocumentControl control, Vocabulary vocabulary, DiagnosticBag bag)
    {
        this.bag = bag;
        this.control = control;
        binder = new Binder(vocabulary, bag);
    }

    public static ProtocolContent Read(SourceText source, Vocabulary vocabulary, DiagnosticBag bag)
    {
        var document = MarkdownDocument.Read(source, bag);
        var control = FrontMatterReader.Read(document.FrontMatter, source, bag);
        var reader = new ProtocolReader(control, vocabulary, bag);
        var parts = reader.WithProse(document.Parts);
        foreach (var part in parts)
        {
            reader.ReadPart(part);
        }

        reader.CheckEmptyClauses();
        return new ProtocolContent(control, reader.clauses, reader.rules, reader.gaps, reader.clashes, reader.faults, reader.faultyActs);
    }

    // A clause is a value with its prose, and the prose stands after the heading and between the blocks: it is gathered first.
    private List<(MarkdownPart Part, string Prose)> WithProse(IReadOnlyList<MarkdownPart> parts)
    {
        var found = new List<(MarkdownPart, string)>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is MarkdownProse)
            {
                continue;
            }

            prose.Clear();
            if (parts[i] is MarkdownHeading)
            {
                foreach (var part in parts.Skip(i + 1).TakeWhile(part => part is not MarkdownHeading).OfType<MarkdownProse>())
                {
                    prose.Append(part.Line.Text.Trim()).Append('\n');
                }
            }

            found.Add((parts[i], Paragraphs(prose.ToString())));
        }

        return found;
    }

    private static string Paragraphs(string text) =>
        string.Join(
            "\n\n",
            text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph =>
                    string.Join('\n', paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                )
                .Where(paragraph => paragraph.Length > 0)
        );

    private void ReadPart((MarkdownPart Part, string Prose) item)
    {
        switch (item.Part)
        {
            case MarkdownHeading { Level: 1 }:
                // The title of the page for those who read it as Markdown.
                break;
            case MarkdownHeading heading:
                ReadHeading(heading, item.Prose);
                break;
            case Block block when block.Kind is not ("" or "text"):
                ReadBlock(block);
                break;
        }
    }

    private void ReadHeading(MarkdownHeading heading, string words)
    {
        var text = heading.Line.Text;
        var start = heading.Level + 1;
        var at = heading.Line.At(start + 1);
        var open = text.LastIndexOf("{#", StringComparison.Ordinal);
        var trimmed = text.TrimEnd();
        var body = open >= 0 ? text[start..open].Trim() : text[start..].Trim();
        if (open < 0 || trimmed[^1] != '}' || trimmed.Length - open < 4 || body.Length == 0)
        {
            bag.Report(
                DiagnosticKinds.HeadingForm,
                at,
                $"`{text[start..].Trim()}` lacks its number or its lasting id",
                "write `## 4.1 Title {#lasting-id}`"
            );
        }

        var space = body.IndexOf(' ', StringComparison.Ordinal);
        var number = space < 0 ? body : body[..space];
        var id = open >= 0 && trimmed[^1] == '}' ? trimmed[(open + 2)..^1] : number;
        if (clauses.Exists(clause => clause.Number == number))
        {
            bag.Report(DiagnosticKinds.ClauseNumberTwice, at, $"the clause `{number}` is there already");
        }

        if (clauses.Exists(clause => clause.LastingId == id))
        {
            bag.Report(DiagnosticKinds.LastingIdTwice, heading.Line.At(Math.Max(open, 0) + 1), $"the lasting id `{id}` is there already");
        }

        current = new Clause(number, id, space < 0 ? "" : body[space..].Trim(), heading.Level, words, at);
        clauses.Add(current);
    }

    private void ReadBlock(Block block)
    {
        if (!BlockKinds.Contains(block.Kind))
        {
            faultyActs.Add(Protocol.EveryAct);
            bag.Report(
                DiagnosticKinds.BlockKind,
                block.At,
                $"a protocol has no block of the kind `{block.Kind}`",
                Nearest.Suggest(block.Kind, BlockKinds)
            );
            return;
        }

        if (current is null)
        {
            faultyActs.Add(Protocol.EveryAct);
            bag.Report(DiagnosticKinds.BlockOutsideClause, block.At, $"the block `{block.Kind}` stands before the first clause");
            return;
        }

        withBlocks.Add(current);
        var key = block.Argument;
        if (!keys.Add($"{block.Kind} {key}"))
        {
            bag.Report(
                DiagnosticKinds.NormTwice,
                key.At,
                $"the {block.Kind} `{key}` is there already",
                "put its rules into one block, parted by a blank line"
            );
        }

        if (block.Kind == "rule")
        {
            CheckNormId(key, current);
            foreach (var group in block.Groups())
            {
                ReadRule(group, key, current);
            }

            return;
        }

        CheckKey(block.Kind, key);
        var reader = new NoteReader(bag, block, current);
        switch (block.Kind)
        {
            case "gap" when reader.ReadGap() is { } gap:
                binder.Bind(gap);
                gaps.Add(gap);
                break;
            case "clash" when reader.ReadClash() is { } clash:
                clashes.Add(clash);
                break;
            case "fault" when reader.ReadFault() is { } fault:
                faults.Add(fault);
                break;
        }
    }

    private void ReadRule(IReadOnlyList<SourceLine> lines, Name key, Clause clause)
    {
        var errors = bag.ErrorCount;
        var rule = new RuleReader(bag, key.Text, clause, control).Read(lines);
        if (rule is not null)
        {
            binder.Bind(rule);
        }

        if (bag.ErrorCount == errors && rule is not null)
        {
            rules.Add(rule);
            return;
        }

        // A rule that cannot be read might have forbidden the act: whoever asks about that act is sent to a person.
        faultyActs.UnionWith(rule is null ? [Protocol.EveryAct] : rule.Scope.Acts.Select(act => act.Text));
    }

    private void CheckNormId(Name id, Clause clause)
    {
        var parts = id.Text.Split('/');
        if (parts.Length != 3 || parts.Any(part => part.Length == 0))
        {
            bag.Report(DiagnosticKinds.NormIdForm, id.At, $"`{id}` is not of the form `protocol/clause/letter`");
            return;
        }

        if (parts[0] != control.Protocol)
        {
            bag.Report(
                DiagnosticKinds.NormOfOtherProtocol,
                id.At,
                $"the norm `{id}` belongs to `{parts[0]}`, and this is `{control.Protocol}`"
            );
        }

        if (parts[1] != clause.Number)
        {
            bag.Report(
                DiagnosticKinds.NormUnderOtherClause,
                id.At,
                $"the norm `{id}` stands under the clause `{clause.Number}`",
                clauses.Exists(other => other.Number == parts[1]) ? $"move it under `{parts[1]}`" : null
            );
        }
    }

    private void CheckKey(string kind, Name key)
    {
        var slash = key.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == key.Text.Length - 1)
        {
            bag.Report(DiagnosticKinds.NormIdForm, key.At, $"the key `{key}` of the {kind} is not of the form `protocol/name`");
        }
        else if (key.Text[..slash] != control.Protocol)
        {
            bag.Report(
                DiagnosticKinds.NormOfOtherProtocol,
                key.At,
                $"the {kind} `{key}` belongs to `{key.Text[..slash]}`, and this is `{control.Protocol}`"
            );
        }
    }

    private void CheckEmptyClauses()
    {
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            var hasParts = i + 1 < clauses.Count && clauses[i + 1].Level > clause.Level;
            if (clause.Prose.Length == 0 && !hasParts && !withBlocks.Contains(clause))
            {
                bag.Report(DiagnosticKinds.ClauseWithoutBlock, clause.At, $"the clause `{clause.Number}` has neither words nor rules");
            }
        }
    }
}
