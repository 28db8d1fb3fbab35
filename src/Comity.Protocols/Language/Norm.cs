namespace Comity.Protocols.Language;

/// <summary>A norm: all the rules that carry one id.</summary>
/// <param name="Id">The id, <c>protocol/clause/letter</c>.</param>
/// <param name="Clause">The clause that lays it down.</param>
/// <param name="Layer">The layer of its file.</param>
/// <param name="Rules">Its rules, in the order of the text (which never matters).</param>
/// <param name="At">Where its first block stands.</param>
public sealed record Norm(string Id, Clause Clause, Layer Layer, IReadOnlyList<Rule> Rules, Location At)
{
    /// <summary>True when one of its rules does more than guide: it decides, routes, times, walls, records or publishes.</summary>
    public bool IsActionable => Rules.Any(rule => rule.IsActionable);

    /// <summary>Where its rules are taken from, each source once; in an order that does not follow that of the rules.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Rules.Select(rule => rule.Source).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What in its rules has not been compared with the source, each point once; in an order that does not follow that of the rules.</summary>
    public IReadOnlyList<string> Unverified =>
        [.. Rules.Select(rule => rule.Unverified).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The strongest word that the norm uses: of what it does or, where it only guides, of what it shows.</summary>
    public Strength Strength
    {
        get
        {
            var effects = Rules.SelectMany(rule => rule.Effects).Where(effect => effect.IsActionable == IsActionable).ToList();
            return effects.Count == 0 ? Strength.Is : effects.Min(effect => effect.Strength);
        }
    }
}
