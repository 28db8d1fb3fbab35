namespace Comity.Protocols.Language;

/// <summary>Reads the blocks that note something about the text: gap, clash and fault.</summary>
internal sealed class NoteReader(DiagnosticBag bag, Block block, Clause clause)
{
    // The words with which the lines of each begin, in the order in which they are written.
    internal static readonly string[] GapLines = ["on", "when", "unless", "says", "nearest", "ask"];
    internal static readonly string[] ClashLines = ["between", "says", "resolved"];
    internal static readonly string[] FaultLines = ["in", "says"];

    private readonly List<RuleScope> scopes = [];
    private readonly List<Condition> when = [];
    private readonly List<Condition> unless = [];
    private readonly List<Name> norms = [];
    private string? says;
    private string? resolved;
    private Who? ask;

    public Gap? ReadGap()
    {
        ReadLines(GapLines);
        return Complete(says, "says") ? new Gap(block.Argument.Text, clause, scopes, when, unless, says!, norms, ask, block.At) : null;
    }

    public Clash? ReadClash()
    {
        ReadLines(ClashLines);
        return Complete(norms.Count > 1 ? "" : null, "between NORM and NORM") & Complete(says, "says")
            ? new Clash(block.Argument.Text, norms, says!, resolved, block.At)
            : null;
    }

    public Fault? ReadFault()
    {
        ReadLines(FaultLines);
        return Complete(says, "says") ? new Fault(block.Argument.Text, norms, clause, says!, block.At) : null;
    }

    private bool Complete(string? value, string word)
    {
        if (value is null)
        {
            bag.Report(DiagnosticKinds.BlockIncomplete, block.At, $"the {block.Kind} `{block.Argument}` has no line `{word}`");
        }

        return value is not null;
    }

    private void ReadLines(string[] keywords)
    {
        foreach (var source in block.Groups().SelectMany(group => group))
        {
            var line = new LineReader(source, bag);
            var word = line.Peek;
            if (!keywords.Contains(word))
            {
                bag.Report(
                    DiagnosticKinds.Keyword,
                    line.Here,
                    $"no line of a {block.Kind} starts with `{word}`",
                    Nearest.Suggest(word, keywords)
                );
                continue;
            }

            line.Take(word);
            ReadLine(line, word);
        }
    }

    private void ReadLine(LineReader line, string word)
    {
        switch (word)
        {
            case "on":
                if (RuleReader.ReadScope(line) is { } scope)
                {
                    scopes.Add(scope);
                }

                break;
            case "when":
            case "unless":
                if (ConditionReader.ReadToEnd(line) is { } condition)
                {
                    (word == "when" ? when : unless).Add(condition);
                }

                break;
            case "says":
                says = line.QuotedText(word);
                line.ExpectEnd();
                break;
            case "resolved":
                resolved = line.QuotedText(word);
                line.ExpectEnd();
                break;
            case "ask":
                ask = WhoReader.Read(line);
                line.ExpectEnd();
                break;
            default:
                do
                {
                    if (line.Name(DiagnosticKinds.LineForm, "the id of a norm") is not { } norm)
                    {
                        return;
                    }

                    norms.Add(norm);
                } while (line.Take(",") || line.Take("and"));

                line.ExpectEnd();
                break;
        }
    }
}
