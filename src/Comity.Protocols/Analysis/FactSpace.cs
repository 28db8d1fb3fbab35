using System.Globalization;

namespace Comity.Protocols.Analysis;

/// <summary>Every fact of which the rules on one act ask, in one protocol or in two that are compared.</summary>
internal sealed class FactSpace
{
    // Any day will do: rules ask only whether a date is known.
    private const string SomeDay = "2026-04-02";

    private readonly int[] axisOfOne;
    private readonly int[] axisOfOther;

    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="one">The rules of the first protocol on the act, or null when it has none.</param>
    /// <param name="other">Those of the second, or null.</param>
    /// <param name="forDiagrams">True to have the facts in the order that keeps diagrams small, which takes a while to find.</param>
    public FactSpace(Vocabulary vocabulary, Slice? one, Slice? other, bool forDiagrams = false)
    {
        One = one;
        Other = other;
        var facts = (one?.Facts ?? []).Concat(other?.Facts ?? []).Select(fact => fact.Fact);
        // A route depends on the stage that was tried, whether or not a condition asks.
        if (one is { Steps.Length: > 0 } || other is { Steps.Length: > 0 })
        {
            facts = facts.Append(vocabulary.Facts[Fact.UnresolvedAt]);
        }

        facts = facts.DistinctBy(fact => fact.Index);
        facts = forDiagrams ? FactOrder.Of(facts, one, other) : facts.OrderBy(fact => fact.Index);
        Axes = [.. facts.Select(fact => new FactAxis(fact, Values(fact, FactIn(one, fact), FactIn(other, fact))))];
        axisOfOne = Places(one);
        axisOfOther = Places(other);
        StageAxis = Array.FindIndex(Axes, axis => axis.Fact.Kind == FactKind.Stage);
        Size = Axes.Aggregate(1L, (product, axis) => product > long.MaxValue / 64 ? product : product * axis.Values.Length);
    }

    public Slice? One { get; }

    public Slice? Other { get; }

    public FactAxis[] Axes { get; }

    /// <summary>The axis of the stage that was tried, or -1.</summary>
    public int StageAxis { get; }

    /// <summary>How many combinations of values there are.</summary>
    public long Size { get; }

    /// <summary>The axis of the fact to settle next so that a rule is decided.</summary>
    public int AxisFor(in View view, ulong rule) =>
        (ReferenceEquals(view.Slice, One) ? axisOfOne : axisOfOther)[view.Slice.FirstOpenFact(rule, view.True, view.False)];

    /// <summary>The axis of the fact behind a test.</summary>
    public int AxisOfTest(in View view, ulong test) =>
        (ReferenceEquals(view.Slice, One) ? axisOfOne : axisOfOther)[
            view.Slice.FactOfAtom[System.Numerics.BitOperations.TrailingZeroCount(test)]
        ];

    private int[] Places(Slice? slice) =>
        slice is null ? [] : [.. slice.Facts.Select(fact => Array.FindIndex(Axes, axis => axis.Fact.Index == fact.Fact.Index))];

    private static SliceFact? FactIn(Slice? slice, Fact fact) =>
        slice is null ? null : Array.Find(slice.Facts, found => found.Fact.Index == fact.Index);

    private AxisValue[] Values(Fact fact, SliceFact? one, SliceFact? other)
    {
        var values = fact.Kind switch
        {
            FactKind.Date => [new AxisValue(null, 0, None(one), None(other)), Of(fact, SomeDay, one, other)],
            FactKind.Stage => Stages(one, other),
            FactKind.Number => Points(one, other).Select(point => Of(fact, point, one, other)),
            _ => fact.Choices.Select(choice => Of(fact, choice.Name, one, other)),
        };
        return
        [
            .. values
                .OrderBy(value => value.Cost)
                // Of two answers that have to be stated, "no" is the more ordinary.
                .ThenBy(value => fact.Kind == FactKind.YesNo && value.Stated == "yes")
                .DistinctBy(value => (value.One, value.Other)),
        ];
    }

    private AxisValue Of(Fact fact, string stated, SliceFact? one, SliceFact? other)
    {
        var answer = FactAnswer.Parse(fact, stated)!.Value;
        var (masksOne, masksOther) = (Masks(one, answer), Masks(other, answer));
        var isPresumed = fact.Presumption is { } presumption && FactAnswer.Parse(fact, presumption) == answer;
        // A fact of which nothing but a condition's being met depends is as good as "no" while nobody has stated it.
        var isLeftOut =
            isPresumed
            || (
                fact is { Kind: FactKind.YesNo, Presumption: null }
                && stated == "no"
                && ((one?.Atoms ?? 0) & (One?.Table.Atoms ?? 0)) == 0
                && ((other?.Atoms ?? 0) & (Other?.Table.Atoms ?? 0)) == 0
            );
        var cost =
            isLeftOut ? 0
            : fact.Presumption is null ? AxisValue.OfStating
            : AxisValue.OfUnusual + AxisValue.OfStating;
        return new AxisValue(isLeftOut ? null : stated, cost, masksOne, masksOther);
    }

    // What only one of the two has tried the other cannot be asked about.
    private IEnumerable<AxisValue> Stages(SliceFact? one, SliceFact? other)
    {
        yield return new AxisValue(null, 0, None(one) with { Stage = View.NoStage }, None(other) with { Stage = View.NoStage });
        var stages = One is null || Other is null ? (One ?? Other)!.Stages : One.Stages.Intersect(Other.Stages, StringComparer.Ordinal);
        foreach (var stage in stages)
        {
            yield return new AxisValue(stage, AxisValue.OfStating, At(stage, one, One), At(stage, other, Other));
        }
    }

    private static AxisMasks At(string stage, SliceFact? fact, Slice? slice)
    {
        var yes = fact?.StageBits.GetValueOrDefault(stage) ?? 0;
        return new AxisMasks(yes, (fact?.Atoms ?? 0) & ~yes, slice is null ? View.NoStage : Array.IndexOf(slice.Stages, stage));
    }

    // One point below, at and above each threshold, and one between each two.
    private static IEnumerable<string> Points(SliceFact? one, SliceFact? other)
    {
        var sorted = (one?.Thresholds ?? []).Concat(other?.Thresholds ?? []).Select(found => found.Threshold).Distinct().Order().ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            yield return Write(i == 0 ? sorted[0] - 1 : (sorted[i - 1] + sorted[i]) / 2);
            yield return Write(sorted[i]);
        }

        yield return Write(sorted[^1] + 1);

        static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static AxisMasks None(SliceFact? fact) => new(0, fact?.Atoms ?? 0, View.StageOpen);

    private static AxisMasks Masks(SliceFact? fact, in FactAnswer answer) =>
        fact?.Masks(answer) is var (yes, no) ? new AxisMasks(yes, no, View.StageOpen) : new AxisMasks(0, 0, View.StageOpen);
}
