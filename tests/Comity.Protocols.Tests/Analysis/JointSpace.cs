using Comity.Protocols.Language;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Vocabularies;

namespace Comity.Protocols.Tests.Analysis;

/// <summary>Every situation of an act in which nothing is missing, with the people and values that the rules of either of two protocols name.</summary>
internal sealed class JointSpace
{
    private readonly string act;
    private readonly string[] facts;
    private readonly List<List<string?>> axes;

    public JointSpace(Protocol one, Protocol other, string act)
    {
        this.act = act;
        var rules = one.RulesOn(act).Concat(other.RulesOn(act)).ToList();
        var references = new[] { new ReferenceInterpreter(one), new ReferenceInterpreter(other) };
        var stages = Stages(one).Intersect(Stages(other)).ToList();
        facts = [.. SituationSpace.FactsOf(rules, one.Vocabulary).Append(Fact.UnresolvedAt).Distinct()];
        axes =
        [
            SituationSpace.Roles(rules, scope => scope.By),
            SituationSpace.Roles(rules, scope => scope.To),
            SituationSpace.Roles(rules, scope => scope.About),
            .. facts.Select(name => Values(one.Vocabulary.Facts[name], references, act, stages)),
        ];
        Count = axes.Aggregate(1L, (product, axis) => product > 1_000_000_000 ? product : product * axis.Count);
    }

    public long Count { get; }

    /// <summary>All of them, or so many drawn by a seed when there are more.</summary>
    public IEnumerable<ReferenceInterpreter.Given> Every(int most)
    {
        var state = 20260402UL;
        for (long i = 0; i < Math.Min(Count, most); i++)
        {
            var rest = i;
            var values = axes.ConvertAll(axis =>
            {
                if (Count > most)
                {
                    // Marsaglia's xorshift: the same situations on every machine.
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    return axis[(int)(state % (ulong)axis.Count)];
                }

                var value = axis[(int)(rest % axis.Count)];
                rest /= axis.Count;
                return value;
            });
            var known = new Dictionary<string, string>();
            for (var fact = 0; fact < facts.Length; fact++)
            {
                if (values[fact + 3] is { } value)
                {
                    known[facts[fact]] = value;
                }
            }

            yield return new ReferenceInterpreter.Given(act, One(values[0]), One(values[1]), One(values[2]), known);
        }
    }

    private static IReadOnlyList<string> One(string? role) => role is null ? [] : [role];

    private IEnumerable<string> Stages(Protocol protocol) =>
        protocol.RulesOn(act).SelectMany(rule => rule.Effects).OfType<RouteEffect>().Select(step => step.Stage).Distinct();

    private static List<string?> Values(Fact fact, ReferenceInterpreter[] references, string act, List<string> stages) =>
        fact.Kind switch
        {
            FactKind.Stage => [null, .. stages],
            FactKind.Date => [null, "2026-04-02"],
            _ => [.. references.SelectMany(reference => reference.ValuesOf(fact, act)).Distinct()],
        };
}
