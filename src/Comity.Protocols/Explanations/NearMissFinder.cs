namespace Comity.Protocols.Explanations;

/// <summary>Finds the norms that one fact alone keeps out of force, and those that wait for facts.</summary>
internal static class NearMissFinder
{
    public static List<NearMiss> Find(Protocol protocol, Slice slice, in EncodedSituation situation, Verdict verdict)
    {
        var found = new List<NearMiss>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in DecisionBuilder.Bits(situation.Candidates & ~verdict.InForce & slice.Material))
        {
            var isUndecided = (verdict.Undecided & (1UL << rule)) != 0;
            if (Lacking(slice, in situation, rule, isUndecided) is { } lacking && seen.Add(slice.Rules[rule].Norm))
            {
                found.Add(new NearMiss(protocol.Cite(slice.Rules[rule].Norm), lacking));
            }
        }

        return found;
    }

    private static List<LackingFact>? Lacking(Slice slice, in EncodedSituation situation, int rule, bool isUndecided)
    {
        List<LackingFact>? best = null;
        for (var i = slice.Starts[rule]; i < slice.Starts[rule + 1]; i++)
        {
            var conjunct = slice.Conjuncts[i];
            var wrong = (conjunct.MustBeTrue & situation.False) | (conjunct.MustBeFalse & situation.True);
            var open = conjunct.Atoms & ~situation.True & ~situation.False;
            if (isUndecided ? wrong != 0 : slice.Facts.Count(fact => (fact.Atoms & wrong) != 0) != 1)
            {
                continue;
            }

            var lacking = Lacking(slice, conjunct, wrong, open);
            if (best is null || lacking.Count < best.Count)
            {
                best = lacking;
            }
        }

        return best;
    }

    private static List<LackingFact> Lacking(Slice slice, Conjunct conjunct, ulong wrong, ulong open) =>
        [
            .. slice
                .Facts.Where(fact => (fact.Atoms & (wrong | open)) != 0)
                .Select(fact => new LackingFact(fact.Fact, Needed(fact, conjunct), (fact.Atoms & wrong) == 0)),
        ];

    private static string Needed(SliceFact fact, Conjunct conjunct)
    {
        var name = fact.Fact.Name;
        switch (fact.Fact.Kind)
        {
            case FactKind.YesNo:
                return (conjunct.MustBeTrue & fact.Bit) != 0 ? name : $"not {name}";
            case FactKind.Date:
                return (conjunct.MustBeTrue & fact.Bit) != 0 ? $"{name} is known" : $"not {name} is known";
            case FactKind.Number:
                return string.Join(
                    " and ",
                    fact.Thresholds.Where(t => (t.Bit & conjunct.Atoms) != 0)
                        .Select(t =>
                            new FactCompares(
                                new Name(name, default),
                                ((t.Bit & conjunct.MustBeTrue) != 0, t.Inclusive) switch
                                {
                                    (true, true) => Comparison.AtLeast,
                                    (true, false) => Comparison.MoreThan,
                                    (false, true) => Comparison.FewerThan,
                                    (false, false) => Comparison.AtMost,
                                },
                                t.Threshold
                            ).ToString()
                        )
                );
            default:
                var values = fact
                    .Fact.Choices.Select((choice, i) => (choice.Name, Bit: fact.ChoiceBits[i]))
                    .Concat(fact.StageBits.Select(stage => (Name: stage.Key, Bit: stage.Value)))
                    .Where(value => value.Bit != 0)
                    .ToList();
                return values.Exists(value => (value.Bit & conjunct.MustBeTrue) != 0)
                    ? $"{name} is {values.Find(value => (value.Bit & conjunct.MustBeTrue) != 0).Name}"
                    : string.Join(
                        " and ",
                        values.Where(value => (value.Bit & conjunct.MustBeFalse) != 0).Select(value => $"{name} is not {value.Name}")
                    );
        }
    }
}
