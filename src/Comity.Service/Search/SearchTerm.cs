using System.Text;

namespace Comity.Service.Search;

/// <summary>A word, or several in a row, that must be somewhere in what is looked for.</summary>
public sealed record SearchTerm
{
    /// <summary>More are not looked for: each is a question of its own to the database.</summary>
    public const int Most = 10;

    private SearchTerm(string words) => Words = words;

    /// <summary>Letters and digits alone, with a blank between two words: nothing in it means anything to a database.</summary>
    public string Words { get; }

    /// <summary>
    /// What somebody typed, as terms: words that stand in quotation marks or hang together by a sign (12/00345/FUL) are looked for in a row, every
    /// other word by itself. Signs alone are no term.
    /// </summary>
    public static IReadOnlyList<SearchTerm> Read(string? typed)
    {
        var terms = new List<SearchTerm>();
        var pieces = (typed ?? "").Replace('“', '"').Replace('”', '"').Split('"');
        for (var i = 0; i < pieces.Length; i++)
        {
            // Every second piece stood between quotation marks.
            foreach (var piece in i % 2 == 1 ? [pieces[i]] : pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var words = Plain(piece);
                if (words.Length > 0 && terms.Count < Most)
                {
                    terms.Add(new SearchTerm(words));
                }
            }
        }

        return [.. terms.Distinct()];
    }

    private static string Plain(string piece)
    {
        var plain = new StringBuilder(piece.Length);
        foreach (var rune in piece.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            plain.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
