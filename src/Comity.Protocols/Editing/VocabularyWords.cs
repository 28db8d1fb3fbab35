namespace Comity.Protocols.Editing;

/// <summary>What may stand next on a line of a vocabulary.</summary>
internal static class VocabularyWords
{
    public static IEnumerable<Suggestion> After(string kind, IReadOnlyList<string> words, KnownNames names)
    {
        if (words.Count == 0)
        {
            return RuleWords.Keywords(VocabularyReader.Lines.GetValueOrDefault(kind, []));
        }

        return words[0] switch
        {
            "kind" => RuleWords.Keywords(kind == "act" ? ["concern", "handling", "settling"] : ["yes-no", "one of", "number", "date"]),
            "councils" when RuleWords.EndsIn(words, "councils", ",") => RuleWords.Keywords(FrontMatterReader.CouncilKinds),
            "is" or "above" or "never" or "by" or "about" when words.Count == 1 || RuleWords.EndsIn(words, ",") => names.Roles,
            _ => [],
        };
    }
}
