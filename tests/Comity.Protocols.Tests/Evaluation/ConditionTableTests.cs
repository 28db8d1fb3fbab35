using Comity.Protocols.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>The table against the conjuncts read one by one, on masks that no pack happens to have.</summary>
public class ConditionTableTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    // Few bits, so that rules hold and clash often.
    private static Gen<ulong> Masks => from bits in Gen.Choose(0, 63) from shift in Gen.Elements(0, 29, 58) select (ulong)bits << shift;

    private static Gen<Conjunct[]> Rules =>
        (from yes in Masks from no in Masks select new Conjunct(yes, no & ~yes))
            .ListOf()
            .Select(conjuncts => conjuncts.ToArray());

    [Fact]
    public void Holding_and_possible_are_those_of_the_conjuncts_read_one_by_one() =>
        Check.One(
            Config,
            Prop.ForAll(
                Rules.ListOf().Select(rules => rules.Take(64).ToArray()).ToArbitrary(),
                Masks.ToArbitrary(),
                Masks.ToArbitrary(),
                (Conjunct[][] rules, ulong yes, ulong other) =>
                {
                    var no = other & ~yes;
                    var starts = rules.Aggregate(new List<int> { 0 }, (all, rule) => [.. all, all[^1] + rule.Length]);
                    var table = new ConditionTable([.. rules.SelectMany(rule => rule)], starts);

                    return table.Holding(yes, no)
                            == Which(
                                rules,
                                conjunct =>
                                    (conjunct.MustBeTrue & yes) == conjunct.MustBeTrue
                                    && (conjunct.MustBeFalse & no) == conjunct.MustBeFalse
                            )
                        && table.Possible(yes, no)
                            == Which(rules, conjunct => (conjunct.MustBeTrue & no) == 0 && (conjunct.MustBeFalse & yes) == 0)
                        && table.Atoms == rules.SelectMany(rule => rule).Aggregate(0UL, (all, conjunct) => all | conjunct.Atoms);
                }
            )
        );

    private static ulong Which(Conjunct[][] rules, Predicate<Conjunct> test)
    {
        ulong found = 0;
        for (var i = 0; i < rules.Length; i++)
        {
            found |= Array.Exists(rules[i], test) ? 1UL << i : 0;
        }

        return found;
    }
}
