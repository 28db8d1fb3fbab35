using System.Collections.Frozen;

namespace Comity.Protocols.Interviews;

/// <summary>Finds an act by the words that people use for it.</summary>
public static class ActSearch
{
    // Words with which a question begins, and those that stand in every sentence.
    private static readonly FrozenSet<string> Empty = (
        "a about am an and any are as at be by can could do for from have how i in is it may me must my of on or our shall should "
        + "some somebody that the their them there they this to us want we what when who whom will with would you your"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The acts that the words may mean, the likeliest first, of those of which a rule or a noted silence speaks; empty when none is found.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="words">What somebody typed: an act's own name, some words, or a whole question.</param>
    public static IReadOnlyList<Act> Find(Protocol protocol, string words)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(words);
        var acts = protocol.ActsNamed.Select(name => protocol.Vocabulary.Acts[name]).ToList();
        if (acts.Find(act => act.Name == words.Trim()) is { } exact)
        {
            return [exact];
        }

        var weights = acts.ToDictionary(act => act, _ => 0.0);
        var hits = acts.ToDictionary(act => act, _ => 0);
        var asked = Stems(words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var word in asked)
        {
            var found = acts.Select(act => (Act: act, Weight: Weight(act, word))).Where(found => found.Weight > 0).ToList();
            foreach (var (act, weight) in found)
            {
                // A word that leads to many acts says little about which is meant.
                weights[act] += (double)weight / found.Count;
                hits[act]++;
            }
        }

        // Two words of the question in one act say more than each in another, and most where people say just so.
        foreach (var act in acts)
        {
            weights[act] = (weights[act] + act.Words.Sum(phrase => PhraseWeight(phrase, asked))) * hits[act];
        }

        return
        [
            .. acts.Where(act => weights[act] > 0).OrderByDescending(act => weights[act]).ThenBy(act => act.Label, StringComparer.Ordinal),
        ];
    }

    // A word of the label says more than one of the other words, and that more than one of the sentence that explains it.
    private static int Weight(Act act, string word) =>
        (Has(act.Label, word) ? 4 : 0) + (act.Words.Any(other => Has(other, word)) ? 3 : 0) + (Has(act.Says, word) ? 1 : 0);

    // Each word of a phrase that somebody used whole is as good as a word of the label.
    private static int PhraseWeight(string phrase, HashSet<string> asked) =>
        Stems(phrase).ToList() is { Count: > 1 } stems && stems.TrueForAll(asked.Contains) ? 4 * stems.Count : 0;

    // "complain" finds "complaint", and the other way round.
    private static bool Has(string text, string word) =>
        Stems(text)
            .Any(stem =>
                stem.Equals(word, StringComparison.OrdinalIgnoreCase) || (Math.Min(stem.Length, word.Length) >= 5 && Begins(stem, word))
            );

    private static bool Begins(string one, string other) =>
        one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Stems(string text) =>
        text.Split([' ', '-', ',', '.', ';', ':', '?', '!', '\'', '’', '"', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Empty.Contains(word))
            .Select(Stem);

    // Enough for English verbs and plurals; a longer word is cut to what its family shares.
    private static string Stem(string word)
    {
        foreach (var ending in new[] { "ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "y", "e" })
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return WithoutY(word[..^ending.Length]);
            }
        }

        return word;
    }

    // "bullying" and "bully" are one word.
    private static string WithoutY(string word) => word.Length > 3 && (word[^1] is 'y' or 'Y') ? word[..^1] : word;
}
