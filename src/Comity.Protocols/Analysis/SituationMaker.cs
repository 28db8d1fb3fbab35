namespace Comity.Protocols.Analysis;

/// <summary>Makes a situation that can be decided out of the facts that matter to a finding.</summary>
internal static class SituationMaker
{
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="space">The facts.</param>
    /// <param name="casting">The people.</param>
    /// <param name="chosen">For each axis the value, or -1 where it does not matter.</param>
    /// <returns>The situation, with the most ordinary value for each further fact without which the answer would still depend.</returns>
    public static Situation Make(Vocabulary vocabulary, FactSpace space, Casting casting, IReadOnlyList<int> chosen)
    {
        var values = chosen.ToArray();
        var act = (space.One ?? space.Other)!.Act;
        while (OpenAxis(space, casting, values) is >= 0 and var axis)
        {
            values[axis] = 0;
        }

        return new Situation(
            vocabulary,
            act,
            InOrder(casting.By),
            InOrder(casting.To),
            InOrder(casting.About),
            [
                .. space
                    .Axes.Select((axis, i) => (axis.Fact, Stated: values[i] < 0 ? null : axis.Values[values[i]].Stated))
                    .Where(found => found.Stated is not null)
                    .OrderBy(found => found.Fact.Name, StringComparer.Ordinal)
                    .Select(found => FactAnswer.Parse(found.Fact, found.Stated!)!.Value),
            ],
            casting.On
        );
    }

    private static IReadOnlyList<string> InOrder(IReadOnlyList<string> roles) =>
        [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static int OpenAxis(FactSpace space, Casting casting, int[] values)
    {
        var known = Known.Nothing;
        for (var i = 0; i < values.Length; i++)
        {
            known = values[i] < 0 ? known : known.With(in space.Axes[i].Values[values[i]]);
        }

        if (space.One is { } one)
        {
            var view = new View(one, casting.One, known.TrueOne, known.FalseOne, known.StageOne);
            if ((view.Maybe & one.Material) is not 0 and var open)
            {
                return space.AxisFor(in view, open);
            }
        }

        if (space.Other is { } other)
        {
            var view = new View(other, casting.Other, known.TrueOther, known.FalseOther, known.StageOther);
            if ((view.Maybe & other.Material) is not 0 and var open)
            {
                return space.AxisFor(in view, open);
            }
        }

        return -1;
    }
}
