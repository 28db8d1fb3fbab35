using Comity.Service.Figures;

namespace Comity.Service.Tests.Figures;

/// <summary>What is published of small numbers.</summary>
public sealed class SmallNumbersTests
{
    /// <summary>
    /// Every table there is up to a size: for a reader who knows the rule, the total and all that is said, each number that is said to be under five may
    /// still be any from none to four. Proved by gathering all tables that look the same when published.
    /// </summary>
    [Theory]
    [InlineData(2, 40)]
    [InlineData(3, 34)]
    [InlineData(4, 16)]
    public void Of_whatever_numbers_leaves_every_small_one_open_for_a_reader_who_knows_the_rule(int lines, int most)
    {
        var alike = new Dictionary<string, List<int[]>>(StringComparer.Ordinal);
        foreach (var table in Tables(lines, most))
        {
            var published = Published(table);
            if (!alike.TryGetValue(published, out var same))
            {
                alike[published] = same = [];
            }

            same.Add(table);
        }

        var looked = 0;
        foreach (var same in alike.Values.Where(same => same[0].Sum() <= most))
        {
            var said = SmallNumbers.Of(same[0]);
            foreach (var place in Enumerable.Range(0, lines).Where(place => said[place] == Said.FewerThanFive))
            {
                looked++;
                same.Select(table => table[place]).Distinct().ShouldBe([0, 1, 2, 3, 4], ignoreOrder: true, Published(same[0]));
            }

            // Too few in all to be divided: nothing can be told of any of them.
            if (said.All(one => one == Said.Nothing) && same[0].Sum() > 0)
            {
                foreach (var place in Enumerable.Range(0, lines))
                {
                    same.Select(table => table[place]).Distinct().Count().ShouldBeGreaterThan(1, Published(same[0]));
                }
            }
        }

        looked.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Of_numbers_that_are_large_enough_says_them_all() =>
        SmallNumbers.Of([5, 200, 17]).ShouldBe([Said.Number, Said.Number, Said.Number]);

    [Fact]
    public void Of_one_small_number_keeps_back_another_too() =>
        SmallNumbers.Of([200, 3, 17, 40]).ShouldBe([Said.Number, Said.FewerThanFive, Said.Nothing, Said.Number]);

    private static string Published(int[] table) =>
        string.Join(' ', SmallNumbers.Of(table).Select((said, place) => said == Said.Number ? $"{table[place]}" : $"{said}"))
        + $" of {table.Sum()}";

    private static IEnumerable<int[]> Tables(int lines, int most)
    {
        var table = new int[lines];
        while (true)
        {
            yield return [.. table];
            var place = 0;
            while (place < lines && table[place] == most)
            {
                table[place++] = 0;
            }

            if (place == lines)
            {
                yield break;
            }

            table[place]++;
        }
    }
}
