namespace Comity.Protocols.Analysis;

/// <summary>Lists the routes that a concern may take, each with the most ordinary facts that lead to it.</summary>
internal sealed class RouteLeaves
{
    private readonly Slice slice;
    private readonly ulong relevant;
    private readonly int[] chosen;
    private readonly Dictionary<ulong, List<RouteLeaf>> known = [];

    public RouteLeaves(Vocabulary vocabulary, Slice slice)
    {
        this.slice = slice;
        Space = new FactSpace(vocabulary, slice, null);
        chosen = new int[Space.Axes.Length];
        relevant = slice.Forbids | slice.HasSteps;
        foreach (var rule in slice.Overriding)
        {
            relevant |= (rule.Despite & (slice.Forbids | slice.HasSteps)) != 0 ? 1UL << rule.Place : 0;
        }
    }

    public FactSpace Space { get; }

    /// <summary>The routes when these rules speak of the people, none of whom has tried a stage yet.</summary>
    public IReadOnlyList<RouteLeaf> Of(ulong speaking)
    {
        // The others change no route.
        var candidates = speaking & relevant;
        if (known.TryGetValue(candidates, out var found))
        {
            return found;
        }

        Array.Fill(chosen, -1);
        var start = Known.Nothing;
        if (Space.StageAxis >= 0)
        {
            chosen[Space.StageAxis] = 0;
            start = start.With(in Space.Axes[Space.StageAxis].Values[0]);
        }

        var leaves = new Dictionary<(ulong, ulong, ulong), RouteLeaf>();
        Visit(candidates, in start, 0, leaves);
        return known[candidates] = [.. leaves.Values.OrderBy(leaf => leaf.Cost)];
    }

    private void Visit(ulong candidates, in Known facts, int cost, Dictionary<(ulong, ulong, ulong), RouteLeaf> leaves)
    {
        var view = new View(slice, candidates, facts.TrueOne, facts.FalseOne, facts.StageOne);
        var isForbidden = (view.Sure & slice.Forbids) != 0;
        var open =
            isForbidden ? 0
            : view.Next(slice.Forbids) is not 0 and var forbids ? forbids
            : view.Next(slice.HasSteps);
        if (open == 0)
        {
            var steps = isForbidden ? 0 : slice.ActiveSteps(view.Sure);
            var rules = view.Sure & (isForbidden ? slice.Forbids : slice.HasSteps);
            var takenAway = isForbidden ? 0 : view.InForce & ~view.Possible & slice.HasSteps;
            var key = (takenAway, steps, rules);
            if (!leaves.TryGetValue(key, out var other) || cost < other.Cost)
            {
                leaves[key] = new RouteLeaf(rules, isForbidden, takenAway, steps, [.. chosen], cost) { InForce = view.InForce };
            }

            return;
        }

        var axis = Space.AxisFor(in view, open);
        var values = Space.Axes[axis].Values;
        for (var i = 0; i < values.Length; i++)
        {
            chosen[axis] = i;
            Visit(candidates, facts.With(in values[i]), cost + values[i].Cost, leaves);
        }

        chosen[axis] = -1;
    }
}
