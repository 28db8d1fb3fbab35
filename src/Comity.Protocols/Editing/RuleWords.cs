namespace Comity.Protocols.Editing;

/// <summary>What may stand next on a line of a rule, gap, clash or fault.</summary>
internal static class RuleWords
{
    private static readonly string[] RuleStarts =
    [
        "when",
        "unless",
        "provided",
        "despite",
        "subject to",
        "source",
        "from",
        "until",
        "unverified",
        "may",
        "right",
        "is permitted",
        "must not",
        "right not",
        "is not permitted",
        "should not",
        "must",
        "should",
        "is",
        "show",
        "ground",
        "instead",
    ];

    private static readonly string[] Verbs = ["require", "route to", "due", "stop", "wall", "register", "publish", "show"];

    private static readonly string[] Requirements =
    [
        "approval of",
        "consent of",
        "signature of",
        "notice to",
        "copy to",
        "consultation with",
        "record of",
    ];

    /// <summary>The words after those that stand on the line before it.</summary>
    /// <param name="kind">The kind of the block.</param>
    /// <param name="words">The words before the place.</param>
    /// <param name="isFirst">True on the line that a rule begins with.</param>
    /// <param name="names">The names that there are.</param>
    public static IEnumerable<Suggestion> After(string kind, IReadOnlyList<string> words, bool isFirst, KnownNames names)
    {
        if (words.Count == 0)
        {
            return kind switch
            {
                "rule" => Keywords(isFirst ? ["on"] : RuleStarts),
                "gap" => Keywords(NoteReader.GapLines),
                "clash" => Keywords(NoteReader.ClashLines),
                _ => Keywords(NoteReader.FaultLines),
            };
        }

        return words[0] switch
        {
            "on" => Scope(words, names),
            "when" or "unless" => Condition(words, names),
            "provided" => words.Count == 1 ? names.YesNo : [],
            "despite" or "nearest" or "between" or "in" => EndsIn(words, "despite", "nearest", "between", "in", ",", "and")
                ? names.Norms
                : [],
            "subject" => words.Count == 1 ? Keywords("to")
            : EndsIn(words, "to", ",") ? names.Norms
            : [],
            "ask" => words.Count == 1 ? names.Roles : [],
            "instead" => words.Count == 1 ? names.Acts : [],
            "must" or "should" or "may" or "right" or "is" => Effect(words, names),
            _ => [],
        };
    }

    public static IEnumerable<Suggestion> Keywords(params IEnumerable<string> words) =>
        words.Select(word => new Suggestion(word, SuggestionKind.Keyword));

    public static bool EndsIn(IReadOnlyList<string> words, params ReadOnlySpan<string> last) => words.Count > 0 && last.Contains(words[^1]);

    /// <summary>Somebody who deals with something: a role, a party, or a role relative to a party.</summary>
    public static IEnumerable<Suggestion> Who(IReadOnlyList<string> words, KnownNames names) =>
        EndsIn(words, "of") && words.Count > 1 && names.IsRole(words[^2]) ? KnownNames.Parties : [.. names.Roles, .. KnownNames.Parties];

    public static IEnumerable<Suggestion> Scope(IReadOnlyList<string> words, KnownNames names)
    {
        var place = words.LastOrDefault(word => word is "on" or "by" or "to" or "about") ?? "on";
        string[] places = ["by", "to", "about"];
        return !EndsIn(words, "on", "by", "to", "about", ",") ? Keywords(places.Skip(Array.IndexOf(places, place) + 1))
            : place == "on" ? names.Acts
            : names.Roles;
    }

    private static IEnumerable<Suggestion> Condition(IReadOnlyList<string> words, KnownNames names)
    {
        if (EndsIn(words, "when", "unless", "and", "or", "(") || (EndsIn(words, "not") && words[^2] != "is"))
        {
            return [.. Keywords("not"), .. names.Facts];
        }

        var test = words.ToList().FindLastIndex(word => word == "is");
        var fact = test > 0 ? names.Fact(words[test - 1]) : null;
        if (fact is not null && EndsIn(words, "is"))
        {
            return fact.Kind switch
            {
                FactKind.Number => Keywords("more than", "at least", "at most", "fewer than"),
                FactKind.Date => Keywords("known"),
                FactKind.OneOf => [.. names.ValuesOf(fact.Name), .. Keywords("not", "one of")],
                _ => [.. names.ValuesOf(fact.Name), .. Keywords("not")],
            };
        }

        if (fact is not null && EndsIn(words, "not", "of", ","))
        {
            return fact.Kind == FactKind.Stage ? names.Stages : names.ValuesOf(fact.Name);
        }

        return names.Fact(words[^1]) is { } asked ? Keywords(asked.Kind == FactKind.YesNo ? ["and", "or"] : ["is"]) : Keywords("and", "or");
    }

    private static IEnumerable<Suggestion> Effect(IReadOnlyList<string> words, KnownNames names)
    {
        if (words.Count == 1)
        {
            IEnumerable<string> no = words[0] switch
            {
                "may" => [],
                "is" => ["permitted", "not permitted"],
                _ => ["not"],
            };
            return Keywords([.. no, .. Verbs]);
        }

        var verb = words[1];
        return words[^1] switch
        {
            "require" => Keywords(Requirements),
            "route" => Keywords("to"),
            "due" or "stop" => names.Duties,
            "wall" => Keywords("matter", "content", "constituent", "identity", "notes"),
            "register" => names.Registers,
            "publish" => names.Publications,
            "of" when words[^2] == "record" => names.Facts,
            "visible" => Keywords("to"),
            "hidden" => Keywords("from"),
            "met" => Keywords("when"),
            "when" => names.Meeting,
            "as" => names.Stages,
            "after" or "before" or "on" when verb == "due" => names.Dates,
            "after" => names.Stages,
            "by" => Keywords("foi calendar", "foisa calendar"),
            "of" or "to" or "with" or "from" or "and" or "or" or "else" => Who(words, names),
            _ => verb switch
            {
                "require" => Keywords("met when", "and", "or", "or else", "of"),
                "route" => Keywords("as", "after", "or else", "of"),
                "due" => Keywords("working days after", "clear days before", "days after", "hours after", "promptly after", "on", "by"),
                "wall" when words.Count == 3 => Keywords("visible to", "hidden from"),
                "publish" when words.Count == 3 => Keywords("to"),
                "wall" or "publish" => Keywords("and", "or", "of"),
                _ => [],
            },
        };
    }
}
