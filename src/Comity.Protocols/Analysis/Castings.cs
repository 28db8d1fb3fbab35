namespace Comity.Protocols.Analysis;

/// <summary>
/// Finds every way of filling the three places that the rules on an act can tell apart. A person may hold several roles at once, so that all unions
/// of roles count; of those alike the most ordinary stands for the others.
/// </summary>
internal static class Castings
{
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="one">The rules of the first protocol, or null when it has none on the act.</param>
    /// <param name="other">The rules of the second, or null.</param>
    /// <returns>The most ordinary first.</returns>
    public static IReadOnlyList<Casting> Of(Vocabulary vocabulary, Slice? one, Slice? other)
    {
        // An act without somebody who does it can be asked about, but is nothing that happens.
        var by = Fillings(vocabulary, one?.ByAnyone, one?.ByRole, other?.ByAnyone, other?.ByRole, costOfNobody: AxisValue.OfStating);
        var to = Fillings(vocabulary, one?.ToAnyone, one?.ToRole, other?.ToAnyone, other?.ToRole, costOfNobody: 0);
        var about = Fillings(vocabulary, one?.AboutAnyone, one?.AboutRole, other?.AboutAnyone, other?.AboutRole, costOfNobody: 0);
        var days = Days(one, other).Select(day => (Day: day, One: Holding(one, day), Other: Holding(other, day))).ToList();
        var found = new Dictionary<(ulong, ulong), Casting>();
        foreach (var actor in by)
        {
            foreach (var recipient in to)
            {
                foreach (var subject in about)
                {
                    var cost = actor.Cost + recipient.Cost + subject.Cost;
                    foreach (var day in days)
                    {
                        var key = (
                            actor.One & recipient.One & subject.One & day.One,
                            actor.Other & recipient.Other & subject.Other & day.Other
                        );
                        if (!found.TryGetValue(key, out var known) || cost < known.Cost)
                        {
                            found[key] = new Casting(actor.Roles, recipient.Roles, subject.Roles, key.Item1, key.Item2, day.Day, cost);
                        }
                    }
                }
            }
        }

        return [.. found.Values.OrderBy(casting => casting.Cost)];
    }

    /// <summary>The last day on which a rule begins to hold, so that all that is to come has; null where no rule is dated.</summary>
    public static DateOnly? LastDay(Slice slice) => Days(slice, null)[0];

    public static ulong Holding(Slice? slice, DateOnly? day) => slice is null ? 0 : ~slice.NotHolding(day);

    // One day for each stretch of time in which the same rules hold, the latest first.
    private static List<DateOnly?> Days(Slice? one, Slice? other)
    {
        var rules = (one?.Rules ?? []).Concat(other?.Rules ?? []).ToList();
        var starts = rules
            .Select(rule => rule.HoldsFrom)
            .Concat(rules.Where(rule => rule.HoldsUntil < DateOnly.MaxValue).Select(rule => rule.HoldsUntil?.AddDays(1)))
            .OfType<DateOnly>()
            .Distinct()
            .OrderDescending()
            .ToList();
        return
        [
            .. starts.Select(day => (DateOnly?)day),
            starts.Count == 0 || starts[^1] == DateOnly.MinValue ? null : starts[^1].AddDays(-1),
        ];
    }

    private static List<Filling> Fillings(
        Vocabulary vocabulary,
        ulong? anyoneOne,
        ulong[]? rolesOne,
        ulong? anyoneOther,
        ulong[]? rolesOther,
        int costOfNobody
    )
    {
        var nobody = new Filling([], anyoneOne ?? 0, anyoneOther ?? 0, costOfNobody);
        var single = vocabulary
            .RoleIndex.Select(role => new Filling(
                [role.Key],
                nobody.One | (rolesOne?[role.Value] ?? 0),
                nobody.Other | (rolesOther?[role.Value] ?? 0),
                // A kind of member is less ordinary than a member.
                vocabulary.KindsOf(role.Key).Length - 1
            ))
            .OrderBy(filling => filling.Cost)
            .ToList();
        var found = new Dictionary<(ulong, ulong), Filling>();
        foreach (var filling in single.Prepend(nobody).OrderBy(filling => filling.Cost))
        {
            found.TryAdd((filling.One, filling.Other), filling);
        }

        // Every union: each new one is joined with each single role until nothing new comes.
        var roles = found.Values.Where(filling => filling.Roles.Count > 0).ToList();
        var queue = new Queue<Filling>(roles);
        while (queue.TryDequeue(out var left))
        {
            foreach (var right in roles.Where(right => right.Roles.All(role => left.Roles.All(own => vocabulary.CanCoincide(own, role)))))
            {
                var both = new Filling(
                    [.. left.Roles, .. right.Roles],
                    left.One | right.One,
                    left.Other | right.Other,
                    left.Cost + right.Cost + AxisValue.OfUnusual
                );
                if (found.TryAdd((both.One, both.Other), both))
                {
                    queue.Enqueue(both);
                }
            }
        }

        return [.. found.Values];
    }

    private sealed record Filling(IReadOnlyList<string> Roles, ulong One, ulong Other, int Cost);
}
