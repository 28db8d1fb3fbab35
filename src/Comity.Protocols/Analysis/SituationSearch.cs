namespace Comity.Protocols.Analysis;

/// <summary>Finds the most ordinary situation of an act in which something holds, or shows that there is none: it tries every one, as far as the rules tell them apart.</summary>
internal sealed class SituationSearch
{
    private readonly Vocabulary vocabulary;
    private readonly FactSpace space;
    private readonly Slice slice;
    private readonly IReadOnlyList<Casting> castings;
    private readonly int[] chosen;
    private int[]? best;
    private int bestCost;

    public SituationSearch(Vocabulary vocabulary, Slice slice)
    {
        this.vocabulary = vocabulary;
        this.slice = slice;
        space = new FactSpace(vocabulary, slice, null);
        castings = Castings.Of(vocabulary, slice, null);
        chosen = new int[space.Axes.Length];
        Array.Fill(chosen, -1);
    }

    public delegate Judgement Judge(in View view);

    /// <summary>The most ordinary situation, or null when there is none.</summary>
    /// <param name="rules">The rules that must speak of the people in it.</param>
    /// <param name="judge">What is looked for.</param>
    public Situation? Find(ulong rules, Judge judge)
    {
        best = null;
        bestCost = int.MaxValue;
        Casting? cast = null;
        foreach (var casting in castings)
        {
            if ((casting.One & rules) != rules || casting.Cost >= bestCost)
            {
                continue;
            }

            var before = bestCost;
            Visit(casting.One, Known.Nothing, casting.Cost, judge);
            cast = bestCost < before ? casting : cast;
        }

        return best is null ? null : SituationMaker.Make(vocabulary, space, cast!, best);
    }

    private void Visit(ulong candidates, in Known known, int cost, Judge judge)
    {
        if (cost >= bestCost)
        {
            return;
        }

        var view = new View(slice, candidates, known.TrueOne, known.FalseOne, known.StageOne);
        var judgement = judge(in view);
        if (judgement.Holds is { } holds)
        {
            if (holds)
            {
                bestCost = cost;
                best = [.. chosen];
            }

            return;
        }

        var axis = judgement.OpenRule == 0 ? space.StageAxis : space.AxisFor(in view, judgement.OpenRule);
        var values = space.Axes[axis].Values;
        for (var i = 0; i < values.Length; i++)
        {
            chosen[axis] = i;
            Visit(candidates, known.With(in values[i]), cost + values[i].Cost, judge);
        }

        chosen[axis] = -1;
    }
}
