using Comity.Protocols.Analysis;
using Comity.Protocols.Evaluation;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Analysis;

/// <summary>
/// What is said to come about comes about in a situation that the plain interpreter decides so; and what the plain interpreter meets on any situation of an act
/// is said to come about. Acts are counted through as long as they are small.
/// </summary>
[Trait("Takes", "long")]
public class ReachTests(ITestOutputHelper output)
{
    private const int Most = 20_000;

    public static TheoryData<string> Keys => [.. PackTests.Keys.Select(row => row.Data), SampleProtocol.Key];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Rules_and_pairs_of_rules_that_have_effect_are_those_that_the_reference_finds(string key)
    {
        var protocol = key == SampleProtocol.Key ? SampleProtocol.Compiled : Repository.Library.Compile(key);
        var reference = new ReferenceInterpreter(protocol);
        var (counted, compared) = (0, 0);
        foreach (var act in protocol.Acts)
        {
            var slice = protocol.SliceOf(act)!;
            var space = new SituationSpace(protocol, reference, act);
            var met = new ulong[slice.Rules.Length];
            foreach (var given in space.Count <= Most ? space.Every() : space.Sample(Most / 8, seed: 20260402))
            {
                // Without a day every text holds at once, as on no day it does; and what is not known yet is no situation of its own.
                if (
                    (given.On is null && slice.Dated.Length > 0)
                    || protocol.Evaluate(protocol.Encode(SituationSpace.BuildDirectly(protocol.Vocabulary, given))).Undecided != 0
                )
                {
                    continue;
                }

                var effective = Effective(reference, slice, given);
                compared++;
                for (var rule = 0; rule < met.Length; rule++)
                {
                    met[rule] |= (effective & (1UL << rule)) != 0 ? effective : 0;
                }
            }

            counted += space.Count <= Most ? 1 : 0;
            var reach = new Reach(protocol.Vocabulary, slice);
            for (var one = 0; one < met.Length; one++)
            {
                for (var other = one; other < met.Length; other++)
                {
                    var both = (1UL << one) | (1UL << other);
                    Judgement HaveEffect(in View view) =>
                        (view.Sure & both) == both ? Judgement.Yes
                        : (view.Possible & both) != both ? Judgement.No
                        : Judgement.DependsOn(view.Next(both));
                    var exists = reach.Exists(both, reach.WithOverriding(both), HaveEffect);
                    if ((met[one] & both) == both)
                    {
                        exists.ShouldBeTrue($"{act}: {slice.Rules[one].Norm} and {slice.Rules[other].Norm}");
                    }
                    else if (exists)
                    {
                        // Nobody in the situations that were counted through has two roles at once; the search shows somebody who does, or another day.
                        var shown = new SituationSearch(protocol.Vocabulary, slice).Find(both, HaveEffect).ShouldNotBeNull();
                        var effective = Effective(
                            reference,
                            slice,
                            new(act, shown.By, shown.To, shown.About, shown.Facts.ToDictionary(), shown.On)
                        );
                        (effective & both).ShouldBe(both, shown.ToCanonicalText());
                    }
                }
            }
        }

        output.WriteLine($"{counted} of {protocol.Acts.Count} acts counted through, {compared} situations");
        compared.ShouldBeGreaterThan(protocol.Acts.Count);
    }

    private static ulong Effective(ReferenceInterpreter reference, Slice slice, ReferenceInterpreter.Given given)
    {
        var inForce = reference.InForceIn(given);
        var overridden = ReferenceInterpreter.Overridden(inForce);
        ulong mask = 0;
        for (var rule = 0; rule < slice.Rules.Length; rule++)
        {
            mask |=
                inForce.Contains(slice.Rules[rule], ReferenceEqualityComparer.Instance)
                && !overridden.Contains(slice.Rules[rule], ReferenceEqualityComparer.Instance)
                    ? 1UL << rule
                    : 0;
        }

        return mask;
    }
}
