namespace Comity.Protocols.Analysis;

/// <summary>
/// The order in which diagrams ask for facts. Facts that rules ask together stand near each other, so that little has to be remembered between them and
/// the diagrams stay small: by turns each condition is drawn to the middle of its facts, and each fact to the middle of its conditions (FORCE: Aloul,
/// Markov and Sakallah, 2003).
/// </summary>
internal static class FactOrder
{
    private const int MostTurns = 20;

    // Diagrams of so few are small in any order.
    private const int FewFacts = 5;

    /// <summary>The facts in that order; what most conditions ask comes first, as far as nothing draws it elsewhere.</summary>
    public static IEnumerable<Fact> Of(IEnumerable<Fact> facts, Slice? one, Slice? other)
    {
        var found = facts.OrderBy(fact => fact.Index).ToArray();
        if (found.Length <= FewFacts)
        {
            return found;
        }

        var places = new Dictionary<int, int>(found.Length);
        for (var fact = 0; fact < found.Length; fact++)
        {
            places[found[fact].Index] = fact;
        }

        var asked = new List<int[]>();
        Add(one, places, asked);
        Add(other, places, asked);
        var uses = new int[found.Length];
        foreach (var fact in asked.SelectMany(together => together))
        {
            uses[fact]++;
        }

        var order = Enumerable.Range(0, found.Length).OrderByDescending(fact => uses[fact]).ToArray();
        return Drawn(order, asked, uses).Select(fact => found[fact]);
    }

    private static int[] Drawn(int[] order, List<int[]> asked, int[] uses)
    {
        var (best, shortest) = (order, int.MaxValue);
        var place = new int[order.Length];
        for (var turn = 0; turn < MostTurns; turn++)
        {
            for (var i = 0; i < order.Length; i++)
            {
                place[order[i]] = i;
            }

            var length = 0;
            var sums = new double[order.Length];
            foreach (var together in asked)
            {
                var (first, last, sum) = (order.Length, 0, 0);
                foreach (var fact in together)
                {
                    (first, last, sum) = (Math.Min(first, place[fact]), Math.Max(last, place[fact]), sum + place[fact]);
                }

                length += last - first;
                foreach (var fact in together)
                {
                    sums[fact] += (double)sum / together.Length;
                }
            }

            if (length < shortest)
            {
                (best, shortest) = (order, length);
            }

            // A fact of which no condition asks, the stage that was tried, stays where it is.
            order = [.. order.OrderBy(fact => uses[fact] == 0 ? place[fact] : sums[fact] / uses[fact])];
        }

        return best;
    }

    // The facts of each way in which a rule's conditions may be met, and of each with what meets the conditions that it makes.
    private static void Add(Slice? slice, Dictionary<int, int> places, List<int[]> asked)
    {
        for (var rule = 0; slice is not null && rule < slice.Rules.Length; rule++)
        {
            for (var i = slice.Starts[rule]; i < slice.Starts[rule + 1]; i++)
            {
                Ask(slice.Conjuncts[i].Atoms);
                foreach (var condition in slice.Conditions)
                {
                    if ((condition.Rules & (1UL << rule)) != 0)
                    {
                        Ask(slice.Conjuncts[i].Atoms | condition.MetBit);
                    }
                }
            }
        }

        void Ask(ulong atoms)
        {
            var together = slice.Facts.Where(fact => (fact.Atoms & atoms) != 0).Select(fact => places[fact.Fact.Index]).ToArray();
            if (together.Length > 0)
            {
                asked.Add(together);
            }
        }
    }
}
