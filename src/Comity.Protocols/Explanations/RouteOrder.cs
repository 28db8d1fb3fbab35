namespace Comity.Protocols.Explanations;

/// <summary>The order of the steps of a route.</summary>
internal static class RouteOrder
{
    /// <summary>The same, each with who it is and the clauses that cause it.</summary>
    /// <param name="slice">The rules.</param>
    /// <param name="steps">The steps of the route.</param>
    /// <param name="tried">The stage that has been tried, or -1.</param>
    /// <param name="cite">The citations of some rules that cause a step.</param>
    public static List<RouteStep> Of(Slice slice, ulong steps, int tried, Func<ulong, IReadOnlyList<Citation>> cite) =>
        Of(slice, steps, tried)
            .ConvertAll(found =>
            {
                var step = slice.Steps[found.Step];
                return new RouteStep(
                    step.Who,
                    slice.Stages[step.Stage],
                    step.After < 0 ? null : slice.Stages[step.After],
                    found.Level,
                    cite(step.Rules)
                );
            });

    /// <summary>The steps that remain: those with which the route begins, then those after their stages, and so on; within a level in the canonical order of the rules.</summary>
    /// <param name="slice">The rules.</param>
    /// <param name="steps">The steps of the route.</param>
    /// <param name="tried">The stage that has been tried, or -1.</param>
    public static List<(int Step, int Level)> Of(Slice slice, ulong steps, int tried)
    {
        var all = DecisionBuilder.Bits(steps).ToList();
        var stages = all.Select(step => slice.Steps[step].Stage).ToHashSet();
        var level = all.FindAll(step =>
            tried >= 0 ? slice.Steps[step].After == tried : slice.Steps[step].After < 0 || !stages.Contains(slice.Steps[step].After)
        );
        var found = new List<(int Step, int Level)>();
        for (var depth = 0; level.Count > 0; depth++)
        {
            found.AddRange(level.Select(step => (step, depth)));
            var reached = level.Select(step => slice.Steps[step].Stage).ToHashSet();
            level = all.FindAll(step => reached.Contains(slice.Steps[step].After) && !found.Exists(done => done.Step == step));
        }

        return found;
    }
}
