namespace Comity.Protocols.Analysis;

/// <summary>Something that an answer may have besides its outcome and its route.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It in the words of the language.</param>
/// <param name="One">The rules of the first protocol that give it.</param>
/// <param name="Other">The rules of the second.</param>
internal sealed record AnswerElement(DifferenceKind Kind, string Text, ulong One, ulong Other)
{
    /// <summary>Every element that a rule of either protocol gives.</summary>
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
                .Select(element => new AnswerElement(element.Key.Item1, element.Key.Item2, element.Value.One, element.Value.Other)),
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
