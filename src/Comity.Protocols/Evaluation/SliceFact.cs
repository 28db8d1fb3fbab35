namespace Comity.Protocols.Evaluation;

/// <summary>A fact as the rules of one act see it.</summary>
internal sealed class SliceFact(Fact fact)
{
    public Fact Fact { get; } = fact;

    /// <summary>The bits of all tests of this fact.</summary>
    public ulong Atoms { get; set; }

    /// <summary>The bit of <c>FACT</c> or <c>FACT is known</c>; 0 when no rule asks it.</summary>
    public ulong Bit { get; set; }

    /// <summary>For each choice the bit of the test that it is this one; 0 when no rule asks it.</summary>
    public ulong[] ChoiceBits { get; } = new ulong[fact.Choices.Count];

    /// <summary>For each stage that a rule asks about, its bit.</summary>
    public Dictionary<string, ulong> StageBits { get; } = new(StringComparer.Ordinal);

    /// <summary>Tests of the form "more than N" (inclusive false) and "at least N" (inclusive true).</summary>
    public List<(decimal Threshold, bool Inclusive, ulong Bit)> Thresholds { get; } = [];

    /// <summary>The classes of values that the rules can tell apart.</summary>
    public FactClass[] Classes { get; private set; } = [];

    public void Complete() => Classes = [.. Examples().Select(Classify).DistinctBy(found => (found.True, found.False))];

    public (ulong True, ulong False) Masks(FactAnswer answer)
    {
        ulong yes = 0;
        switch (Fact.Kind)
        {
            case FactKind.YesNo:
                yes = answer.Choice == 0 ? Bit : 0;
                break;
            case FactKind.OneOf:
                yes = ChoiceBits[answer.Choice];
                break;
            case FactKind.Date:
                yes = Bit;
                break;
            case FactKind.Stage:
                yes = StageBits.GetValueOrDefault(answer.Stage!);
                break;
            default:
                foreach (var (threshold, inclusive, bit) in Thresholds)
                {
                    yes |= answer.Number > threshold || (inclusive && answer.Number == threshold) ? bit : 0;
                }

                break;
        }

        return (yes, Atoms & ~yes);
    }

    private FactClass Classify(string example)
    {
        var (yes, no) = Masks(FactAnswer.Parse(Fact, example)!.Value);
        return new FactClass(yes, no, example);
    }

    private IEnumerable<string> Examples() =>
        Fact.Kind switch
        {
            FactKind.Number => Points().Select(point => new FactAnswer(Fact, -1, point, default, null).ToString()),
            FactKind.Date or FactKind.Stage => [],
            _ => Fact.Choices.Select(choice => choice.Name),
        };

    // One point below, at and above each threshold, and one between each two.
    private IEnumerable<decimal> Points()
    {
        var sorted = Thresholds.Select(t => t.Threshold).Distinct().Order().ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            yield return i == 0 ? sorted[0] - 1 : (sorted[i - 1] + sorted[i]) / 2;
            yield return sorted[i];
        }

        yield return sorted[^1] + 1;
    }
}
