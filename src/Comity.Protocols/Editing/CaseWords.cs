using Comity.Protocols.Cases;

namespace Comity.Protocols.Editing;

/// <summary>What may stand next on a line of a file of cases.</summary>
internal static class CaseWords
{
    private static readonly string[] Expected =
    [
        .. ExpectationReader.Outcomes.Keys,
        "cites",
        "not cites",
        "overridden",
        "due",
        "no due",
        "stop",
        "open",
        "met",
        "route",
        "wall",
        "register",
        "publish",
        "shows",
        "ground",
        "instead",
        "gap",
        "asks",
        "presumes",
    ];

    public static IEnumerable<Suggestion> After(IReadOnlyList<string> words, KnownNames names)
    {
        if (words.Count == 0)
        {
            return RuleWords.Keywords(["case", "layer", "expect", .. SituationReader.Keywords]);
        }

        return words[0] switch
        {
            "case" when words.Count == 1 => names.Norms,
            "act" when words.Count == 1 => names.Acts,
            "by" or "to" or "about" when RuleWords.EndsIn(words, "by", "to", "about", ",") => names.Roles,
            "fact" when words.Count == 1 => names.Facts,
            "fact" when words.Count == 3 => names.Fact(words[1])?.Kind == FactKind.Stage ? names.Stages : names.ValuesOf(words[1]),
            "layer" when words.Count == 1 => names.Files,
            "expect" when words.Count == 1 => RuleWords.Keywords(Expected),
            "expect" => Expectation(words, names),
            _ => [],
        };
    }

    private static IEnumerable<Suggestion> Expectation(IReadOnlyList<string> words, KnownNames names) =>
        words[^1] switch
        {
            "not" => RuleWords.Keywords("cites"),
            "no" => RuleWords.Keywords("due"),
            "cites" or "overridden" or "shows" or "ground" => [.. names.Clauses, .. names.Norms],
            "asks" or "presumes" => names.Facts,
            "instead" => names.Acts,
            "gap" => names.Gaps,
            "due" or "stop" => names.Duties,
            "register" => names.Registers,
            "publish" => names.Publications,
            "wall" => RuleWords.Keywords("matter", "content", "constituent", "identity", "notes"),
            "of" or "to" or "from" or "and" or "or" or "else" or "route" or "visible" or "hidden" => RuleWords.Who(words, names),
            "," when words[1] == "route" => RuleWords.Who(words, names),
            _ when words[1] == "wall" && words.Count == 3 => RuleWords.Keywords("visible", "hidden"),
            _ => [],
        };
}
