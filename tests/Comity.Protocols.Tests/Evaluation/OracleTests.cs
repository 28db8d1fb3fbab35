using Comity.Protocols.Language;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>The compiled engine against the plain interpreter, on every situation of every act where they can be counted through.</summary>
[Trait("Takes", "long")]
public class OracleTests(ITestOutputHelper output)
{
    // Above this many situations an act is sampled by a seeded generator instead.
    private const long MostExhaustive = 2_000_000;
    private const int Samples = 3_000;

    public static TheoryData<string> Keys => [.. PackTests.Keys.Select(row => row.Data), SampleProtocol.Key];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Compiled_engine_answers_as_the_reference_does(string key)
    {
        var protocol = key == SampleProtocol.Key ? SampleProtocol.Compiled : Repository.Library.Compile(key);
        var reference = new ReferenceInterpreter(protocol);
        long compared = 0;
        foreach (var act in protocol.Acts)
        {
            var space = new SituationSpace(protocol, reference, act);
            var all = space.Count <= MostExhaustive;
            output.WriteLine($"{act}: {space.Count} situations, {(all ? "every one" : $"{Samples} by seed")}");
            var explained = space.Count <= 20_000 ? 1 : 16;
            Parallel.ForEach(
                all ? space.Every() : space.Sample(Samples, seed: 20260402),
                (given, _, i) =>
                {
                    Compare(protocol, reference, given, explain: i % explained == 0);
                    Interlocked.Increment(ref compared);
                }
            );
        }

        compared.ShouldBeGreaterThan(protocol.Acts.Count);
        output.WriteLine($"{compared} situations compared");
    }

    private static void Compare(Protocol protocol, ReferenceInterpreter reference, ReferenceInterpreter.Given given, bool explain)
    {
        var situation = SituationSpace.BuildDirectly(protocol.Vocabulary, given);
        var encoded = protocol.Encode(situation);
        var verdict = protocol.Evaluate(in encoded);
        var (expected, inForce) = reference.Decide(given);
        var rules = protocol.RulesOn(given.Act);

        if (verdict.Outcome != expected.Outcome)
        {
            verdict.Outcome.ShouldBe(expected.Outcome, situation.ToCanonicalText());
        }

        ShouldMatch(rules, verdict.InForce, inForce, situation);
        ShouldMatch(rules, verdict.Overridden, ReferenceInterpreter.Overridden(inForce), situation);
        if (explain && verdict.Undecided == 0)
        {
            var decision = protocol.Decide(situation);
            Text(decision.Dues.Select(due => $"{due.Duty} {due.Clock}")).ShouldBe(expected.Dues, situation.ToCanonicalText());
            Text(decision.Route.Where(step => step.Level == 0).Select(step => $"{step.Who} as {step.Stage} after {step.After}"))
                .ShouldBe(expected.FirstSteps, situation.ToCanonicalText());
            decision.Conditions.Count.ShouldBe(
                expected.Conditions.Length == 0 ? 0 : expected.Conditions.Split('\n').Length,
                situation.ToCanonicalText()
            );
        }
    }

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal));

    private static void ShouldMatch(IReadOnlyList<Rule> rules, ulong mask, IReadOnlyList<Rule> expected, Situation situation)
    {
        ulong wanted = 0;
        for (var i = 0; i < rules.Count; i++)
        {
            wanted |= expected.Contains(rules[i], ReferenceEqualityComparer.Instance) ? 1UL << i : 0;
        }

        if (mask != wanted)
        {
            mask.ShouldBe(wanted, situation.ToCanonicalText());
        }
    }
}
