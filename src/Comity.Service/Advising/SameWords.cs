namespace Comity.Service.Advising;

/// <summary>Finds a row of words that two texts have in common: what was to stay in the one and has slipped into the other.</summary>
public static class SameWords
{
    /// <summary>So many words in a row are nobody's own twice over. A shorter text counts as a whole.</summary>
    public const int Row = 6;

    /// <returns>The first row of <paramref name="text"/> that stands in <paramref name="other"/> too; null where none does.</returns>
    public static string? In(string text, string other)
    {
        var (words, kept) = (Words(text), Words(other));
        var row = Math.Min(Row, kept.Count);
        if (row < 2 || words.Count < row)
        {
            return null;
        }

        var rows = Enumerable
            .Range(0, kept.Count - row + 1)
            .Select(start => string.Join(' ', kept.Skip(start).Take(row)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable
            .Range(0, words.Count - row + 1)
            .Select(start => string.Join(' ', words.Skip(start).Take(row)))
            .FirstOrDefault(rows.Contains);
    }

    private static List<string> Words(string text) =>
        [
            .. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)))
                .Where(word => word.Length > 0),
        ];
}
