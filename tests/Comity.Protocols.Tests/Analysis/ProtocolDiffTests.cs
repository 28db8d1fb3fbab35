using Comity.Protocols.Analysis;
using Comity.Protocols.Language;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Analysis;

/// <summary>Differences held against the plain interpreter: on every situation of an act where they can be counted through, on drawn ones elsewhere.</summary>
public class ProtocolDiffTests(ITestOutputHelper output)
{
    private const int Most = 12_000;

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var keys = Repository
                .Library.Files.Where(file => file.Control.Layer == Layer.Protocol)
                .Select(file => file.Control.Protocol)
                .ToList();
            var pairs = new TheoryData<string, string> { { SampleProtocol.Key, "changed" } };
            foreach (var (one, other) in keys.SelectMany((one, i) => keys.Skip(i + 1).Select(other => (one, other))))
            {
                pairs.Add(one, other);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    [Trait("Takes", "long")]
    public void Differences_are_those_that_the_reference_finds(string key, string otherKey)
    {
        var (one, other) = (Compile(key), Compile(otherKey));
        var found = ProtocolDiff.Compare(one, other);
        var (reference, otherReference) = (new ReferenceInterpreter(one), new ReferenceInterpreter(other));
        var kinds = found
            .Where(difference => difference.Kind == DifferenceKind.Outcome)
            .Select(difference => (difference.Act, one.Decide(difference.Situation).Outcome, other.Decide(difference.Situation).Outcome))
            .ToHashSet();
        var acts = found.Select(difference => difference.Act).ToHashSet();
        long differing = 0;
        foreach (var act in one.Acts.Union(other.Acts))
        {
            foreach (var given in new JointSpace(one, other, act).Every(Most))
            {
                var (answer, otherAnswer) = (reference.Decide(given).Answer, otherReference.Decide(given).Answer);
                if (answer != otherAnswer)
                {
                    differing++;
                    acts.ShouldContain(act, SituationSpace.Build(one.Vocabulary, given).ToCanonicalText());
                }

                if (answer.Outcome != otherAnswer.Outcome)
                {
                    kinds.ShouldContain(
                        (act, answer.Outcome, otherAnswer.Outcome),
                        SituationSpace.Build(one.Vocabulary, given).ToCanonicalText()
                    );
                }
            }
        }

        output.WriteLine($"{found.Count} differences; the reference found {differing} situations that differ");
        foreach (var difference in found.Where(difference => difference.Kind == DifferenceKind.Outcome))
        {
            var given = GivenOf(difference.Situation);
            reference.Decide(given).Answer.ShouldNotBe(otherReference.Decide(given).Answer, difference.Situation.ToCanonicalText());
            one.Decide(difference.Situation).Outcome.ShouldNotBe(Outcome.NeedsFacts);
            other.Decide(difference.Situation).Outcome.ShouldNotBe(Outcome.NeedsFacts);
        }
    }

    [Fact]
    public void Protocol_does_not_differ_from_itself()
    {
        var wigan = Repository.Library.Compile("wigan");
        var again = Protocol.Compile(wigan.File.WithRules([.. wigan.File.Rules.Reverse()]));

        ProtocolDiff.Compare(wigan, again).ShouldBeEmpty();
    }

    [Fact]
    public void Changed_threshold_shows_between_the_old_and_the_new_and_counts_the_situations()
    {
        var found = ProtocolDiff.Compare(Compile(SampleProtocol.Key), Compile("changed"), "ask");

        // Sixty minutes are forbidden in both; from 30 to 59 only the change forbids, whatever else is so.
        found
            .Where(difference => difference.Kind == DifferenceKind.Outcome)
            .ShouldAllBe(difference => Minutes(difference) >= 30 && Minutes(difference) < 60);
        found[0].Unusual.ShouldBe(0);
        found.Select(difference => difference.Unusual).ShouldBeInOrder();
    }

    [Fact]
    public void Protocols_of_two_vocabularies_are_not_compared() =>
        Should.Throw<ArgumentException>(() => ProtocolDiff.Compare(SampleProtocol.Compiled, Repository.Library.Compile("wigan")));

    private static decimal Minutes(Difference difference) =>
        decimal.Parse(difference.Situation.Facts["minutes"], System.Globalization.CultureInfo.InvariantCulture);

    private static Protocol Compile(string key) =>
        key switch
        {
            SampleProtocol.Key => SampleProtocol.Compiled,
            "changed" => Protocol.Compile(
                SampleProtocol.File(
                    SampleProtocol
                        .ProtocolText.Replace("minutes is at least 60", "minutes is at least 30", StringComparison.Ordinal)
                        .Replace("may stop reply", "may register stopped", StringComparison.Ordinal)
                        .Replace(
                            "may route to director and monitoring-officer",
                            "may route to director or monitoring-officer",
                            StringComparison.Ordinal
                        )
                ),
                SampleProtocol.File(SampleProtocol.ArrangementText, "local.protocol.md")
            ),
            _ => Repository.Library.Compile(key),
        };

    private static ReferenceInterpreter.Given GivenOf(Situation situation) =>
        new(situation.Act, situation.By, situation.To, situation.About, situation.Facts.ToDictionary(), situation.On);
}
