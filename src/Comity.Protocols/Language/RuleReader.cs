namespace Comity.Protocols.Language;

/// <summary>Reads the lines of one rule.</summary>
internal sealed class RuleReader(DiagnosticBag bag, string norm, Clause clause, DocumentControl document)
{
    /// <summary>The words with which the lines before the effects begin, in the order in which they are written.</summary>
    internal static readonly string[] Conditions =
    [
        "on",
        "when",
        "unless",
        "provided",
        "despite",
        "subject",
        "source",
        "from",
        "until",
        "unverified",
    ];

    private static readonly string[] Keywords = [.. Conditions, .. EffectReader.Keywords];

    private readonly List<Condition> when = [];
    private readonly List<Condition> unless = [];
    private readonly List<Name> provided = [];
    private readonly List<Name> despite = [];
    private readonly List<Name> subjectTo = [];
    private readonly List<Effect> effects = [];
    private RuleScope? scope;
    private string? source;
    private DateOnly? from;
    private DateOnly? until;
    private string? unverified;

    /// <summary>Reads a rule. Null when its <c>on</c> line cannot be read; otherwise what could be read of it.</summary>
    public Rule? Read(IReadOnlyList<SourceLine> lines)
    {
        var start = new LineReader(lines[0], bag);
        var errors = bag.ErrorCount;
        for (var i = 0; i < lines.Count; i++)
        {
            ReadLine(new LineReader(lines[i], bag), first: i == 0);
        }

        if (scope is null)
        {
            return null;
        }

        if (effects.Count == 0 && errors == bag.ErrorCount)
        {
            bag.Report(
                DiagnosticKinds.NoEffect,
                start.Here,
                "the rule has conditions and no effect",
                "add `may`, `must not`, `show` or another effect"
            );
        }

        if (until < from)
        {
            bag.Report(
                DiagnosticKinds.DatesReversed,
                start.Here,
                $"the rule ends on {Dates.Write(until.Value)}, before it begins on {Dates.Write(from.Value)}"
            );
        }

        return new Rule(norm, clause, document.Layer, scope, when, unless, provided, despite, effects, start.Here)
        {
            SubjectTo = subjectTo,
            OwnSource = source,
            OwnFrom = from,
            OwnUntil = until,
            Unverified = unverified,
            Document = document,
        };
    }

    public static RuleScope? ReadScope(LineReader line)
    {
        if (line.Names(DiagnosticKinds.LineForm, "an act") is not { } acts)
        {
            return null;
        }

        IReadOnlyList<Name>? by = [];
        IReadOnlyList<Name>? to = [];
        IReadOnlyList<Name>? about = [];
        if (line.Take("by"))
        {
            by = line.Names(DiagnosticKinds.LineForm, "a role");
        }

        if (by is not null && line.Take("to"))
        {
            to = line.Names(DiagnosticKinds.LineForm, "a role");
        }

        if (by is not null && to is not null && line.Take("about"))
        {
            about = line.Names(DiagnosticKinds.LineForm, "a role");
        }

        return by is not null && to is not null && about is not null && line.ExpectEnd() ? new RuleScope(acts, by, to, about) : null;
    }

    private void ReadLine(LineReader line, bool first)
    {
        if (first && line.Peek != "on")
        {
            bag.Report(
                DiagnosticKinds.OnMissing,
                line.Here,
                $"expected `on ACT`, but {line.Found}",
                "begin the rule with `on` and the act"
            );
        }

        switch (line.Peek)
        {
            case "on" when first:
                line.Take("on");
                scope = ReadScope(line);
                break;
            case "on":
                bag.Report(DiagnosticKinds.LineForm, line.Here, "a second `on` in one rule", "leave a blank line before the next rule");
                break;
            case "when":
                line.Take("when");
                AddIfRead(when, ConditionReader.ReadToEnd(line));
                break;
            case "unless":
                line.Take("unless");
                AddIfRead(unless, ConditionReader.ReadToEnd(line));
                break;
            case "provided":
                line.Take("provided");
                if (line.Name(DiagnosticKinds.LineForm, "a fact") is { } fact && line.ExpectEnd())
                {
                    provided.Add(fact);
                }

                break;
            case "despite":
                line.Take("despite");
                if (line.Names(DiagnosticKinds.LineForm, "the id of a norm") is { } norms && line.ExpectEnd())
                {
                    despite.AddRange(norms);
                }

                break;
            case "subject":
                ReadSubjectTo(line);
                break;
            case "source" or "unverified":
                ReadText(line);
                break;
            case "from" or "until":
                ReadDay(line);
                break;
            default:
                if (EffectReader.Keywords.Contains(line.Peek))
                {
                    AddIfRead(effects, EffectReader.Read(line));
                }
                else if (!first)
                {
                    bag.Report(
                        DiagnosticKinds.Keyword,
                        line.Here,
                        $"no line of a rule starts with `{line.Peek}`",
                        Nearest.Suggest(line.Peek, Keywords)
                    );
                }

                break;
        }
    }

    private void ReadSubjectTo(LineReader line)
    {
        line.Take("subject");
        if (!line.Take("to"))
        {
            bag.Report(DiagnosticKinds.LineForm, line.Here, $"expected `subject to` and the id of a norm, but {line.Found}");
        }
        else if (line.Names(DiagnosticKinds.LineForm, "the id of a norm") is { } norms && line.ExpectEnd())
        {
            subjectTo.AddRange(norms);
        }
    }

    private void ReadText(LineReader line)
    {
        var word = line.Peek;
        line.Take(word);
        if ((word == "source" ? source : unverified) is not null)
        {
            ReportSecond(line, word);
        }
        else if (line.QuotedText(word) is { } text && line.ExpectEnd())
        {
            (source, unverified) = word == "source" ? (text, unverified) : (source, text);
        }
    }

    private void ReadDay(LineReader line)
    {
        var word = line.Peek;
        line.Take(word);
        if ((word == "from" ? from : until) is not null)
        {
            ReportSecond(line, word);
        }
        else if (line.Name(DiagnosticKinds.DateForm, "a date") is { } name)
        {
            if (Dates.ParseOrNull(name.Text) is { } day && line.ExpectEnd())
            {
                (from, until) = word == "from" ? ((DateOnly?)day, until) : (from, day);
            }
            else
            {
                bag.Report(DiagnosticKinds.DateForm, name.At, $"`{name}` is no date", "write it as `2026-04-20`");
            }
        }
    }

    private void ReportSecond(LineReader line, string word) =>
        bag.Report(DiagnosticKinds.LineForm, line.Here, $"a second `{word}` in one rule", "leave a blank line before the next rule");

    private static void AddIfRead<T>(List<T> list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }
    }
}
