namespace Comity.Service.Figures;

/// <summary>
/// Keeps back numbers by which somebody could be recognised, when figures are published with their total. A number under five is not said. Nor are so many
/// others that the total gives it away: the smallest first, until every number that is under five could be any from none to four, for a reader who knows
/// the total, this rule, and which of the numbers that are not said are under five.
/// </summary>
public static class SmallNumbers
{
    /// <summary>Numbers under this are not said.</summary>
    public const int Fewest = AnsweringFigures.Fewest;

    private const int MostOfSmall = Fewest - 1;

    /// <summary>For each number, what may be said of it beside the total of all.</summary>
    public static IReadOnlyList<Said> Of(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var said = numbers.Select(number => number < Fewest ? Said.FewerThanFive : Said.Number).ToArray();
        var small = said.Count(one => one == Said.FewerThanFive);
        if (small == 0)
        {
            return said;
        }

        // In the order in which they are kept back; of equal ones the first.
        foreach (var next in Enumerable.Range(0, numbers.Count).Where(place => said[place] == Said.Number).OrderBy(place => numbers[place]))
        {
            if (IsHidden(numbers, said, small))
            {
                break;
            }

            said[next] = Said.Nothing;
        }

        // Too few in all to be divided: then not even which of them is under five.
        return IsHidden(numbers, said, small) ? said : [.. numbers.Select(_ => Said.Nothing)];
    }

    private static bool IsHidden(IReadOnlyList<int> numbers, Said[] said, int small)
    {
        var kept = Enumerable.Range(0, numbers.Count).Where(place => said[place] != Said.Number).ToList();
        var others = kept.Count - small;
        if (others == 0)
        {
            return false;
        }

        // What the total leaves for those that are not said. An other one is at least five. Which of two equal ones is kept back would tell
        // something too, so it counts as smaller than every one that is said.
        var together = kept.Sum(place => numbers[place]);
        var shown = Enumerable.Range(0, numbers.Count).Where(place => said[place] == Said.Number).Select(place => numbers[place]).ToList();
        var mostOfOther = shown.Count == 0 ? int.MaxValue / numbers.Count : shown.Min() - 1;
        return together - MostOfSmall >= others * Fewest && together - (small - 1) * MostOfSmall <= (long)others * mostOfOther;
    }
}

/// <summary>What may be said of a number.</summary>
public enum Said
{
    Number,
    FewerThanFive,

    /// <summary>It is large enough, and would give a smaller one away.</summary>
    Nothing,
}
