using System.Collections.Frozen;

namespace Comity.Protocols.Vocabularies;

/// <summary>The lines of one block.</summary>
internal sealed class VocabularyEntry(DiagnosticBag bag)
{
    private static readonly string[] Keywords =
    [
        .. VocabularyReader.BlockKinds.SelectMany(kind => VocabularyReader.Lines[kind]).Select(line => line.Split(' ')[0]).Distinct(),
    ];

    private static readonly FrozenDictionary<string, FactKind> Kinds = new Dictionary<string, FactKind>(StringComparer.Ordinal)
    {
        ["yes-no"] = FactKind.YesNo,
        ["one of"] = FactKind.OneOf,
        ["number"] = FactKind.Number,
        ["date"] = FactKind.Date,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string? Label { get; private set; }

    public string Says { get; private set; } = "";

    public List<string> Words { get; } = [];

    public List<Name> Is { get; } = [];

    public List<Name> By { get; } = [];

    public List<Name> About { get; } = [];

    public List<Name> Above { get; } = [];

    public List<Name> Never { get; } = [];

    public bool IsBody { get; private set; }

    public bool IsOutside { get; private set; }

    public List<string> Councils { get; } = [];

    public bool IsHeldByOne { get; private set; }

    public bool IsAppointed { get; private set; }

    public bool IsRelative { get; private set; }

    public ActKind ActKind { get; private set; }

    public bool KindWasGiven { get; private set; }

    public FactKind? Kind { get; private set; }

    public List<FactChoice> Values { get; } = [];

    public string? Ask { get; private set; }

    public string Help { get; private set; } = "";

    public Name? Presume { get; private set; }

    public void Read(LineReader line, string blockKind)
    {
        var word = line.Peek;
        var allowed = blockKind switch
        {
            "act" => word is "label" or "says" or "words" or "kind" or "by" or "about",
            "role" => word
                is "label"
                    or "says"
                    or "is"
                    or "held"
                    or "above"
                    or "appointed"
                    or "relative"
                    or "never"
                    or "body"
                    or "outside"
                    or "councils",
            _ => word is "kind" or "value" or "ask" or "help" or "presume" or "says" or "label",
        };
        if (!allowed)
        {
            bag.Report(
                DiagnosticKinds.Keyword,
                line.Here,
                $"no line of a block `{blockKind}` starts with `{word}`",
                Nearest.Suggest(word, Keywords)
            );
            return;
        }

        line.Take(word);
        switch (word)
        {
            case "label":
                Label = Text(line, word) ?? Label;
                break;
            case "says":
                Says = Text(line, word) ?? Says;
                break;
            case "ask":
                Ask = Text(line, word) ?? Ask;
                break;
            case "help":
                Help = Text(line, word) ?? Help;
                break;
            case "words":
                Words.AddRange(line.Rest.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                break;
            case "is":
                Is.AddRange(line.Names(DiagnosticKinds.LineForm, "a role") ?? []);
                line.ExpectEnd();
                break;
            case "above":
                Above.AddRange(line.Names(DiagnosticKinds.LineForm, "a role") ?? []);
                line.ExpectEnd();
                break;
            case "by":
                By.AddRange(line.Names(DiagnosticKinds.LineForm, "a role") ?? []);
                line.ExpectEnd();
                break;
            case "about":
                About.AddRange(line.Names(DiagnosticKinds.LineForm, "a role") ?? []);
                line.ExpectEnd();
                break;
            case "councils":
                ReadCouncils(line);
                break;
            case "never":
                Never.AddRange(line.Names(DiagnosticKinds.LineForm, "a role") ?? []);
                line.ExpectEnd();
                break;
            case "body":
                IsBody = line.ExpectEnd();
                break;
            case "outside":
                IsOutside = line.ExpectEnd();
                break;
            case "held":
                IsHeldByOne = ExpectWords(line, "held", "by one");
                break;
            case "appointed":
                IsAppointed = line.ExpectEnd();
                break;
            case "relative":
                IsRelative = line.ExpectEnd();
                break;
            case "kind" when blockKind == "act":
                ReadActKind(line);
                break;
            case "kind":
                ReadKind(line);
                break;
            case "value":
                if (line.Name(DiagnosticKinds.LineForm, "a value") is { } value && Text(line, "value " + value) is { } label)
                {
                    Values.Add(new FactChoice(value.Text, label));
                }

                break;
            default:
                Presume = line.Name(DiagnosticKinds.LineForm, "a value");
                line.ExpectEnd();
                break;
        }
    }

    private static string? Text(LineReader line, string after) => line.QuotedText(after) is { } text && line.ExpectEnd() ? text : null;

    private bool ExpectWords(LineReader line, string after, string words)
    {
        var at = line.Here;
        if (line.Rest == words)
        {
            return true;
        }

        bag.Report(DiagnosticKinds.LineForm, at, $"`{after}` is followed by `{words}`");
        return false;
    }

    private void ReadCouncils(LineReader line)
    {
        foreach (var name in line.Names(DiagnosticKinds.LineForm, "a kind of council") ?? [])
        {
            if (FrontMatterReader.CouncilKinds.Contains(name.Text))
            {
                Councils.Add(name.Text);
            }
            else
            {
                bag.ReportUnknown(DiagnosticKinds.LineForm, name.At, "kind of council", name.Text, FrontMatterReader.CouncilKinds);
            }
        }

        line.ExpectEnd();
    }

    private void ReadActKind(LineReader line)
    {
        var at = line.Here;
        var given = line.Rest;
        ActKind = given switch
        {
            "concern" => ActKind.Concern,
            "handling" => ActKind.Handling,
            "settling" => ActKind.Settling,
            _ => ActKind.Any,
        };
        if (ActKind == ActKind.Any)
        {
            bag.Report(
                DiagnosticKinds.LineForm,
                at,
                $"no act is of the kind `{given}`",
                Nearest.Suggest(given, ["concern", "handling", "settling"]) ?? "write `kind concern`, `kind handling` or `kind settling`"
            );
        }
    }

    private void ReadKind(LineReader line)
    {
        KindWasGiven = true;
        var at = line.Here;
        var given = line.Rest;
        if (Kinds.TryGetValue(given, out var kind))
        {
            Kind = kind;
        }
        else
        {
            bag.Report(DiagnosticKinds.FactKindMissing, at, $"no fact is of the kind `{given}`", Nearest.Suggest(given, Kinds.Keys));
        }
    }
}
