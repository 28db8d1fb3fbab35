namespace Comity.Protocols.Analysis;

/// <summary>Finds the most ordinary situation of an act in which something holds, or shows that there is none: it tries every one, as far as the rules tell them apart.</summary>
internal sealed class SituationSearch
{
    private readonly Vocabulary vocabulary;
    private readonly FactSpace space;
    private readonly Slice slice;
    private IReadOnlyList<Casting>? castings;
    private readonly int[] chosen;
    private int[]? best;
    private int bestCost;

    public SituationSearch(Vocabulary vocabulary, Slice slice)
    {
        this.vocabulary = vocabulary;
        this.slice = slice;
        space = new FactSpace(vocabulary, slice, null);
        chosen = new int[space.Axes.Length];
        Array.Fill(chosen, -1);
    }

    public delegate Judgement Judge(in View view);

    /// <summary>The most ordinary situation, or null when there is none.</summary>
    /// <param name="rules">The rules that must speak of the people in it.</param>
    /// <param name="judge">What is looked for.</param>
    /// <param name="given">A fact that is so in it, and its value; null for none.</param>
    public Situation? Find(ulong rules, Judge judge, (string Fact, string Value)? given = null)
    {
        best = null;
        bestCost = int.MaxValue;
        Casting? cast = null;
        var start = Start(given);
        foreach (var casting in castings ??= Castings.Of(vocabulary, slice, null))
        {
            if ((casting.One & rules) != rules || casting.Cost >= bestCost)
            {
                continue;
            }

            var before = bestCost;
            Visit(casting.One, in start, casting.Cost, judge);
            cast = bestCost < before ? casting : cast;
        }

        Array.Fill(chosen, -1);
        return best is null ? null : With(given, SituationMaker.Make(vocabulary, space, cast!, best));
    }

    /// <summary>The most ordinary situation with these people, or null when there is none.</summary>
    public Situation? FindFor(Casting casting, Judge judge)
    {
        best = null;
        bestCost = int.MaxValue;
        Visit(casting.One, Known.Nothing, 0, judge);
        return best is null ? null : SituationMaker.Make(vocabulary, space, casting, best);
    }

    /// <summary>Whether a rule has effect and nothing forbids the act.</summary>
    public Judgement Allows(in View view, ulong rule) =>
        (view.Possible & rule) == 0 || (view.Sure & slice.Forbids) != 0 ? Judgement.No
        : view.Next(rule | slice.Forbids) is not 0 and var open ? Judgement.DependsOn(open)
        : Judgement.Yes;

    private Known Start((string Fact, string Value)? given)
    {
        Array.Fill(chosen, -1);
        if (given is not var (name, stated) || Array.FindIndex(space.Axes, axis => axis.Fact.Name == name) is not (>= 0 and var axis))
        {
            return Known.Nothing;
        }

        chosen[axis] = Array.FindIndex(space.Axes[axis].Values, value => value.Stated == stated);
        return Known.Nothing.With(in space.Axes[axis].Values[chosen[axis]]);
    }

    // A fact of which no rule asks is stated all the same.
    private static Situation With((string Fact, string Value)? given, Situation made) =>
        given is var (name, stated) && !made.Facts.ContainsKey(name) ? made.ToBuilder().With(name, stated).Build() : made;

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
