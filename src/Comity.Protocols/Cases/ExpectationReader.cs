using System.Collections.Frozen;

namespace Comity.Protocols.Cases;

/// <summary>Reads what stands after <c>expect</c>, into canonical words.</summary>
internal static class ExpectationReader
{
    /// <summary>The outcomes as cases and the command line write them.</summary>
    public static IReadOnlyDictionary<string, Outcome> Outcomes { get; } =
        new Dictionary<string, Outcome>(StringComparer.Ordinal)
        {
            ["permitted"] = Outcome.Permitted,
            ["permitted on condition"] = Outcome.PermittedOnCondition,
            ["should not"] = Outcome.ShouldNot,
            ["forbidden"] = Outcome.Forbidden,
            ["referred"] = Outcome.Referred,
            ["silent"] = Outcome.Silent,
            ["needs facts"] = Outcome.NeedsFacts,
            ["cannot tell"] = Outcome.CannotTell,
        };

    private static readonly FrozenDictionary<string, ExpectationKind> Kinds = new Dictionary<string, ExpectationKind>(
        StringComparer.Ordinal
    )
    {
        ["cites"] = ExpectationKind.Cites,
        ["not"] = ExpectationKind.NotCites,
        ["overridden"] = ExpectationKind.Overridden,
        ["due"] = ExpectationKind.Due,
        ["no"] = ExpectationKind.NoDue,
        ["stop"] = ExpectationKind.Stop,
        ["open"] = ExpectationKind.Open,
        ["met"] = ExpectationKind.Met,
        ["route"] = ExpectationKind.Route,
        ["wall"] = ExpectationKind.Wall,
        ["register"] = ExpectationKind.Register,
        ["publish"] = ExpectationKind.Publish,
        ["shows"] = ExpectationKind.Shows,
        ["ground"] = ExpectationKind.Ground,
        ["instead"] = ExpectationKind.Instead,
        ["gap"] = ExpectationKind.Gap,
        ["asks"] = ExpectationKind.Asks,
        ["presumes"] = ExpectationKind.Presumes,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Expectation? Read(LineReader line, Vocabulary vocabulary)
    {
        var at = line.Here;
        var text = string.Join(' ', line.Rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Outcomes.ContainsKey(text))
        {
            return new Expectation(ExpectationKind.Outcome, [text], at) { Text = text };
        }

        if (!Kinds.TryGetValue(line.Peek, out var kind))
        {
            var first = line.Peek.Length == 0 ? text : line.Peek;
            line.Bag.Report(
                DiagnosticKinds.ExpectationForm,
                at,
                $"nothing to expect is called `{first}`",
                Nearest.Suggest(text, Outcomes.Keys) ?? Nearest.Suggest(first, Kinds.Keys)
            );
            return null;
        }

        line.Take(line.Peek);
        return Words(kind, line, vocabulary) is { } words ? new Expectation(kind, words, at) { Text = text } : null;
    }

    private static List<string>? Words(ExpectationKind kind, LineReader line, Vocabulary vocabulary)
    {
        switch (kind)
        {
            case ExpectationKind.NotCites:
                return line.Expect("cites", DiagnosticKinds.ExpectationForm) ? One(line, "a clause or a norm") : null;
            case ExpectationKind.NoDue:
                return line.Expect("due", DiagnosticKinds.ExpectationForm) ? One(line, "a duty") : null;
            case ExpectationKind.Due:
                return line.Name(DiagnosticKinds.ExpectationForm, "a duty") is { } duty ? [duty.Text, .. Tail(line)] : null;
            case ExpectationKind.Open:
            case ExpectationKind.Met:
                return Tail(line).ToList() is { Count: > 0 } condition ? condition : Missing(line, "a condition");
            case ExpectationKind.Route:
                return Route(line);
            case ExpectationKind.Wall:
                return Wall(line);
            case ExpectationKind.Publish:
                return
                    line.Name(DiagnosticKinds.ExpectationForm, "what is published") is { } what
                    && line.Expect("to", DiagnosticKinds.ExpectationForm)
                    && WhoReader.Read(line) is { } who
                    ? [what.Text, who.ToString()]
                    : null;
            case ExpectationKind.Asks:
            case ExpectationKind.Presumes:
                return Fact(line, vocabulary);
            default:
                return One(line, "a name");
        }
    }

    private static List<string>? One(LineReader line, string expected) =>
        line.Name(DiagnosticKinds.ExpectationForm, expected) is { } name && line.ExpectEnd() ? [name.Text] : null;

    private static List<string>? Missing(LineReader line, string expected)
    {
        line.Name(DiagnosticKinds.ExpectationForm, expected);
        return null;
    }

    private static List<string>? Fact(LineReader line, Vocabulary vocabulary)
    {
        if (line.Name(DiagnosticKinds.ExpectationForm, "a fact") is not { } fact || !line.ExpectEnd())
        {
            return null;
        }

        if (!vocabulary.Facts.ContainsKey(fact.Text))
        {
            line.Bag.ReportUnknown(DiagnosticKinds.UnknownFact, fact.At, "fact", fact.Text, vocabulary.Facts.Keys);
            return null;
        }

        return [fact.Text];
    }

    // "none" says that the route is empty; otherwise all steps in order.
    private static List<string>? Route(LineReader line)
    {
        if (line.Take("none"))
        {
            return line.ExpectEnd() ? [] : null;
        }

        var steps = new List<string>();
        do
        {
            if (WhoReader.Read(line) is not { } who)
            {
                return null;
            }

            steps.Add(who.ToString());
        } while (line.Take(","));

        return line.ExpectEnd() ? steps : null;
    }

    private static List<string>? Wall(LineReader line)
    {
        if (line.Name(DiagnosticKinds.ExpectationForm, "a part of the matter") is not { } part)
        {
            return null;
        }

        var visible = line.Take("visible");
        if (!visible && !line.Expect("hidden", DiagnosticKinds.ExpectationForm))
        {
            return null;
        }

        // A rule says "visible to" and "hidden from"; a case may say it the same way or leave the small word out.
        line.Take(visible ? "to" : "from");
        return WhoReader.Read(line) is { } who && line.ExpectEnd() ? [part.Text, visible ? "visible" : "hidden", who.ToString()] : null;
    }

    private static IEnumerable<string> Tail(LineReader line) =>
        string.Join(' ', line.Rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } tail ? [tail] : [];
}
