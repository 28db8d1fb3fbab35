namespace Comity.Protocols.Language;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary>The question to put, or null when nothing is near.</summary>
    /// <param name="given">The word as it was written.</param>
    /// <param name="known">The words that there are.</param>
    public static string? Suggest(string given, IEnumerable<string> known)
    {
        var best = Of(given, known);
        return best is null ? null : $"did you mean `{best}`?";
    }

    /// <summary>The nearest of the known words, or null when none is near. Of two that are as near, one that begins as the word does comes first.</summary>
    /// <param name="given">The word as it was written.</param>
    /// <param name="known">The words that there are.</param>
    public static string? Of(string given, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(known);
        string? best = null;
        var bestDistance = Math.Max(2, given.Length / 3) + 1;
        foreach (
            var candidate in known
                .OrderBy(word => !word.StartsWith(given, StringComparison.Ordinal))
                .ThenBy(word => word, StringComparer.Ordinal)
        )
        {
            var distance = Distance(given, candidate);
            if (distance < bestDistance && distance < Math.Max(given.Length, candidate.Length))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Edit distance in which swapping two neighbouring letters counts once (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1][];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i] = new int[b.Length + 1];
            rows[i][0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    least = Math.Min(least, rows[i - 2][j - 2] + 1);
                }

                rows[i][j] = least;
            }
        }

        return rows[a.Length][b.Length];
    }
}
