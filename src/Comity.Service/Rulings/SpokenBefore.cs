using Comity.Protocols;
using Comity.Protocols.Language;

namespace Comity.Service.Rulings;

/// <summary>What the protocol or the law already says of a situation: an arrangement fills gaps, and there is none where a rule may hold.</summary>
internal static class SpokenBefore
{
    /// <summary>The first norm that does more than guide and may be in force in the situation, whatever is not said there; null where there is a gap.</summary>
    public static Rule? Find(Protocol protocol, Ruling ruling)
    {
        var facts = ruling.FactLines.ToDictionary(fact => fact.Fact, fact => fact.Value, StringComparer.Ordinal);
        return protocol
            .RulesOn(ruling.Act)
            .Where(rule => rule.Layer is Layer.Protocol or Layer.Law or Layer.Ruling && rule.IsActionable)
            .Where(rule => rule.HoldsUntil is null || rule.HoldsUntil >= ruling.From)
            .FirstOrDefault(rule =>
                Meet(rule.Scope.By, ruling.ByRole)
                && Meet(rule.Scope.To, ruling.ToRole)
                && Meet(rule.Scope.About, ruling.AboutRole)
                && rule.When.All(condition => Holds(condition, facts) != false)
                && rule.Unless.All(condition => Holds(condition, facts) != true)
                && rule.Provided.All(fact => facts.GetValueOrDefault(fact.Text) != "no")
            );

        // A ruling for anybody, or for a kind of people, is for those of that kind whom the rule names.
        bool Meet(IReadOnlyList<Name> named, string? role) =>
            named.Count == 0
            || role is null
            || named.Any(name => protocol.Vocabulary.RoleIs(role, name.Text) || protocol.Vocabulary.RoleIs(name.Text, role));
    }

    private static bool? Holds(Condition condition, Dictionary<string, string> facts) =>
        condition switch
        {
            FactIsYes test => facts.TryGetValue(test.Fact.Text, out var said) ? said == "yes" : null,
            FactIsOneOf test => facts.TryGetValue(test.Fact.Text, out var said) ? test.Values.Any(value => value.Text == said) : null,
            NotCondition not => !Holds(not.Inner, facts),
            AllConditions all => all.Parts.Aggregate((bool?)true, (sum, part) => sum & Holds(part, facts)),
            AnyCondition any => any.Parts.Aggregate((bool?)false, (sum, part) => sum | Holds(part, facts)),
            _ => null,
        };
}
