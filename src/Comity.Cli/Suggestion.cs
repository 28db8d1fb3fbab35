namespace Comity.Cli;

/// <summary>The word that somebody probably meant.</summary>
public static class Suggestion
{
    /// <summary>The nearest of the known words, when it is near enough to be a slip of the keyboard; otherwise nothing.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (candidate, distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(found => found.distance)
            .ThenBy(found => found.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, word.Length / 3) ? best.candidate : null;
    }

    public static string? Hint(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } nearest ? $"did you mean `{nearest}`?" : null;

    // Levenshtein's distance with one row kept: the words are short.
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, replaced);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
