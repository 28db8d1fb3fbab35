namespace Comity.Protocols.Editing;

/// <summary>What may stand in the front matter.</summary>
internal static class FrontMatterWords
{
    public static IEnumerable<Suggestion> After(IReadOnlyList<string> words, KnownNames names)
    {
        if (words.Count == 0)
        {
            return DocumentControl.Keys.Select(key => new Suggestion($"{key}:", SuggestionKind.Keyword));
        }

        return words[0] switch
        {
            "layer:" => RuleWords.Keywords(FrontMatterReader.Layers.Keys.Order(StringComparer.Ordinal)),
            "council-kind:" => RuleWords.Keywords(FrontMatterReader.CouncilKinds),
            "nation:" => RuleWords.Keywords(FrontMatterReader.Nations),
            "binding-rulings:" => names.Norms,
            _ => [],
        };
    }
}
