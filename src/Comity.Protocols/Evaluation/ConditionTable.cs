using System.Runtime.Intrinsics;

namespace Comity.Protocols.Evaluation;

/// <summary>
/// The conditions of all rules on one act, four conjuncts beside each other, so that one pass without a branch weighs them all: a random situation
/// gives a branch predictor nothing to learn, and a branch that it misses costs more than the whole pass.
/// </summary>
internal sealed class ConditionTable
{
    private readonly Four[] fours;

    /// <param name="conjuncts">The conjuncts of all rules.</param>
    /// <param name="starts">Those of rule r are the ones from <c>starts[r]</c> to before <c>starts[r + 1]</c>.</param>
    public ConditionTable(IReadOnlyList<Conjunct> conjuncts, IReadOnlyList<int> starts)
    {
        fours = new Four[(conjuncts.Count + 3) / 4];
        for (var rule = 0; rule < starts.Count - 1; rule++)
        {
            for (var i = starts[rule]; i < starts[rule + 1]; i++)
            {
                Atoms |= conjuncts[i].Atoms;
                ref var four = ref fours[i / 4];
                four = new Four(
                    four.MustBeTrue.WithElement(i % 4, conjuncts[i].MustBeTrue),
                    four.MustBeFalse.WithElement(i % 4, conjuncts[i].MustBeFalse),
                    four.Rules.WithElement(i % 4, 1UL << rule)
                );
            }
        }
    }

    /// <summary>The tests that some condition asks.</summary>
    public ulong Atoms { get; }

    /// <summary>The rules of which a conjunct is sure to hold: all that must be true is, and all that must be false is.</summary>
    public ulong Holding(ulong yes, ulong no) => Clear(~yes, ~no);

    /// <summary>The rules of which a conjunct holds or may yet hold: nothing that must be true is false, and the other way about.</summary>
    public ulong Possible(ulong yes, ulong no) => Clear(no, yes);

    // The rules that have a conjunct none of whose tests stands in its way. What fills up the last four has no rule, and so adds none.
    private ulong Clear(ulong againstTrue, ulong againstFalse)
    {
        var wrongIfTrue = Vector256.Create(againstTrue);
        var wrongIfFalse = Vector256.Create(againstFalse);
        var clear = Vector256<ulong>.Zero;
        foreach (ref readonly var four in fours.AsSpan())
        {
            var wrong = (four.MustBeTrue & wrongIfTrue) | (four.MustBeFalse & wrongIfFalse);
            clear |= Vector256.Equals(wrong, Vector256<ulong>.Zero) & four.Rules;
        }

        var halves = clear.GetLower() | clear.GetUpper();
        return halves.ToScalar() | halves.GetElement(1);
    }

    private readonly record struct Four(Vector256<ulong> MustBeTrue, Vector256<ulong> MustBeFalse, Vector256<ulong> Rules);
}
