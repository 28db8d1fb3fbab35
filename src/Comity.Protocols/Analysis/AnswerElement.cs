using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>Something that an answer may have besides its outcome and its route.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It in the words of the language.</param>
/// <param name="One">The rules of the first protocol that give it.</param>
/// <param name="Other">The rules of the second.</param>
internal sealed record AnswerElement(DifferenceKind Kind, string Text, ulong One, ulong Other)
{
    /// <summary>Every element that a rule of either protocol gives, but for those that both have from the same texts and so always alike.</summary>
    public static AnswerElement[] Of(Slice? one, Slice? other)
    {
        var found = new Dictionary<(DifferenceKind, string), (ulong One, ulong Other)>();
        Add(one, (masks, bit) => masks with { One = masks.One | bit });
        Add(other, (masks, bit) => masks with { Other = masks.Other | bit });
        return
        [
            .. found
                .OrderBy(element => element.Key.Item1)
                .ThenBy(element => element.Key.Item2, StringComparer.Ordinal)
                .Select(element => new AnswerElement(element.Key.Item1, element.Key.Item2, element.Value.One, element.Value.Other))
                .Where(element =>
                    !AreAlike(one, element.OnWhichItDepends(one, element.One), other, element.OnWhichItDepends(other, element.Other))
                ),
        ];

        void Add(Slice? slice, Func<(ulong One, ulong Other), ulong, (ulong One, ulong Other)> join)
        {
            for (var place = 0; slice is not null && place < slice.Rules.Length; place++)
            {
                foreach (var key in slice.Rules[place].Effects.Select(KeyOf).Concat(slice.Rules[place].Provided.Select(Provided)))
                {
                    if (key is { } element)
                    {
                        found[element] = join(found.GetValueOrDefault(element), 1UL << place);
                    }
                }
            }
        }
    }

    /// <summary>True when the rules are the same ones, out of texts that both protocols share, and the same ones override them.</summary>
    public static bool AreAlike(Slice? one, ulong rules, Slice? other, ulong otherRules) =>
        one is not null
        && other is not null
        && RulesIn(one, WithOverriding(one, rules)).SetEquals(RulesIn(other, WithOverriding(other, otherRules)));

    // A clock does not run when its duty is stopped, and an arrangement's gives way to another number for the duty.
    public static ulong RelatedDues(Slice slice, ulong rules)
    {
        ulong related = 0;
        for (var i = 0; i < slice.Dues.Length; i++)
        {
            if ((slice.Dues[i].Rules & rules) == 0)
            {
                continue;
            }

            related |= slice.StopsOf[i];
            foreach (var due in slice.Dues)
            {
                related |= due.Duty == slice.Dues[i].Duty ? due.Rules : 0;
            }
        }

        return related;
    }

    private ulong OnWhichItDepends(Slice? slice, ulong rules) =>
        slice is not null && Kind == DifferenceKind.Due ? rules | RelatedDues(slice, rules) : rules;

    private static ulong WithOverriding(Slice slice, ulong rules) =>
        slice.Overriding.Aggregate(rules, (all, rule) => all | ((rule.Despite & rules) != 0 ? 1UL << rule.Place : 0));

    private static HashSet<Rule> RulesIn(Slice slice, ulong mask) =>
        DecisionBuilder.Bits(mask).Select(place => slice.Rules[place]).ToHashSet<Rule>(ReferenceEqualityComparer.Instance);

    private static (DifferenceKind, string)? Provided(Name fact) => (DifferenceKind.Condition, fact.Text);

    private static (DifferenceKind, string)? KeyOf(Effect effect) =>
        effect switch
        {
            RequireEffect require => (DifferenceKind.Condition, require.Condition),
            DueEffect due => (DifferenceKind.Due, $"{due.Duty} {due.Clock}"),
            StopEffect stop => (DifferenceKind.Stop, stop.Duty.Text),
            WallEffect wall => (
                DifferenceKind.Wall,
                $"{WallEffect.Words(wall.Part)} {(wall.Visible ? "visible to" : "hidden from")} {wall.Who}"
            ),
            RegisterEffect register => (DifferenceKind.Register, register.Register.Text),
            PublishEffect publish => (DifferenceKind.Publication, $"{publish.What} to {publish.Who}"),
            _ => null,
        };
}
