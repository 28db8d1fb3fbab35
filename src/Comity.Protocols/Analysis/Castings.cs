namespace Comity.Protocols.Analysis;

/// <summary>
/// Finds every way of filling the three places that the rules on an act can tell apart. Of those alike the most ordinary stands for the others.
/// </summary>
internal static class Castings
{
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="one">The rules of the first protocol, or null when it has none on the act.</param>
    /// <param name="other">The rules of the second, or null.</param>
    /// <param name="ofOne">The rules of the first that have to be told apart.</param>
    /// <param name="ofOther">Those of the second.</param>
    /// <returns>The most ordinary first.</returns>
    public static IReadOnlyList<Casting> Of(
        Vocabulary vocabulary,
        Slice? one,
        Slice? other,
        ulong ofOne = ulong.MaxValue,
        ulong ofOther = ulong.MaxValue
    )
    {
        // An act without somebody who does it can be asked about, but is nothing that happens.
        var by = Filling.Of(vocabulary, PlaceRules.By(one), PlaceRules.By(other), costOfNobody: AxisValue.OfStating);
        var to = Filling.Of(vocabulary, PlaceRules.To(one), PlaceRules.To(other), costOfNobody: 0);
        var about = Filling.Of(vocabulary, PlaceRules.About(one), PlaceRules.About(other), costOfNobody: 0);
        var days = DayStretch
            .Of(one, other)
            .Select(days => (days.Day, One: Holding(one, days.Day), Other: Holding(other, days.Day)))
            .ToList();
        var found = new Dictionary<(ulong, ulong), Choice>();
        foreach (var actor in by)
        {
            foreach (var recipient in to)
            {
                var (pairOne, pairOther) = (actor.One & recipient.One & ofOne, actor.Other & recipient.Other & ofOther);
                foreach (var subject in about)
                {
                    var cost = actor.Cost + recipient.Cost + subject.Cost;
                    foreach (var day in days)
                    {
                        var key = (pairOne & subject.One & day.One, pairOther & subject.Other & day.Other);
                        if (!found.TryGetValue(key, out var known) || cost < known.Cost)
                        {
                            found[key] = new Choice(actor, recipient, subject, day.Day, cost);
                        }
                    }
                }
            }
        }

        return [.. found.Values.OrderBy(choice => choice.Cost).Select(choice => choice.ToCasting(one, other))];
    }

    public static ulong Holding(Slice? slice, DateOnly? day) => slice is null ? 0 : ~slice.NotHolding(day);

    private readonly record struct Choice(Filling By, Filling To, Filling About, DateOnly? On, int Cost)
    {
        public Casting ToCasting(Slice? one, Slice? other) =>
            new(
                By.Roles,
                To.Roles,
                About.Roles,
                By.One & To.One & About.One & Holding(one, On),
                By.Other & To.Other & About.Other & Holding(other, On),
                On,
                Cost
            );
    }
}
