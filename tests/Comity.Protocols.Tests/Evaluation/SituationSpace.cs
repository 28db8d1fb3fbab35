using Comity.Protocols.Language;
using Comity.Protocols.Vocabularies;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>Every situation that the rules on one act could tell apart: the roles that they name, and every fact with each value and unknown.</summary>
internal sealed class SituationSpace
{
    private readonly Vocabulary vocabulary;
    private readonly string act;
    private readonly List<string?>[] axes;
    private readonly string[] facts;
    private readonly List<DateOnly?> days;

    public SituationSpace(Protocol protocol, ReferenceInterpreter reference, string act)
    {
        this.act = act;
        vocabulary = protocol.Vocabulary;
        var rules = protocol.RulesOn(act);
        facts =
        [
            .. FactsOf(rules, vocabulary)
                .Concat(rules.SelectMany(rule => rule.Effects).Any(effect => effect is RouteEffect) ? [Fact.UnresolvedAt] : [])
                .Distinct(),
        ];
        var stages = rules.SelectMany(rule => rule.Effects).OfType<RouteEffect>().Select(step => step.Stage).Distinct().ToList();
        axes =
        [
            Roles(rules, scope => scope.By),
            Roles(rules, scope => scope.To),
            Roles(rules, scope => scope.About),
            .. facts.Select(name => Values(vocabulary.Facts[name], reference, stages)),
        ];
        days = Days(rules);
        Count = axes.Aggregate((long)days.Count, (product, axis) => product > 1_000_000_000 ? product : product * axis.Count);
    }

    public long Count { get; }

    public IEnumerable<ReferenceInterpreter.Given> Every()
    {
        for (long i = 0; i < Count; i++)
        {
            var rest = i;
            yield return At(axis =>
            {
                var index = (int)(rest % axis);
                rest /= axis;
                return index;
            });
        }
    }

    public IEnumerable<ReferenceInterpreter.Given> Sample(int count, uint seed)
    {
        // A small generator of our own (Marsaglia's xorshift): the same situations on every machine.
        var state = seed;
        for (var i = 0; i < count; i++)
        {
            yield return At(axis =>
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                return (int)(state % (uint)axis);
            });
        }
    }

    public static Situation Build(Vocabulary vocabulary, ReferenceInterpreter.Given given)
    {
        var builder = Situation.In(vocabulary).Act(given.Act);
        builder = given.By.Aggregate(builder, (next, role) => next.By(role));
        builder = given.To.Aggregate(builder, (next, role) => next.To(role));
        builder = given.About.Aggregate(builder, (next, role) => next.About(role));
        builder = given.On is { } day ? builder.On(day) : builder;
        return given.Facts.Aggregate(builder, (next, fact) => next.With(fact.Key, fact.Value)).Build();
    }

    /// <summary>The same as <see cref="Build"/> without the checks of the builder, which millions of situations need not pass again.</summary>
    public static Situation BuildDirectly(Vocabulary vocabulary, ReferenceInterpreter.Given given) =>
        new(
            vocabulary,
            given.Act,
            given.By,
            given.To,
            given.About,
            [
                .. given
                    .Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal)
                    .Select(fact => Protocols.Evaluation.FactAnswer.Parse(vocabulary.Facts[fact.Key], fact.Value)!.Value),
            ],
            given.On
        );

    private ReferenceInterpreter.Given At(Func<int, int> pick)
    {
        var values = axes.Select(axis => axis[pick(axis.Count)]).ToList();
        var known = new Dictionary<string, string>();
        for (var i = 0; i < facts.Length; i++)
        {
            if (values[i + 3] is { } value)
            {
                known[facts[i]] = value;
            }
        }

        return new ReferenceInterpreter.Given(act, One(values[0]), One(values[1]), One(values[2]), known, days[pick(days.Count)]);
    }

    private static IReadOnlyList<string> One(string? role) => role is null ? [] : [role];

    // No day; and the days at which a rule begins or ends, with those on either side.
    private static List<DateOnly?> Days(IReadOnlyList<Rule> rules) =>
        [
            null,
            .. rules
                .SelectMany(rule => new[] { rule.HoldsFrom, rule.HoldsUntil })
                .OfType<DateOnly>()
                .Distinct()
                .SelectMany(day => new DateOnly?[] { day.AddDays(-1), day, day.AddDays(1) })
                .Distinct(),
        ];

    /// <summary>What the conditions and requirements of some rules ask for.</summary>
    public static IEnumerable<string> FactsOf(IReadOnlyList<Rule> rules, Vocabulary vocabulary) =>
        rules
            .SelectMany(ReferenceInterpreter.FactsOf)
            .Concat(
                rules
                    .SelectMany(rule => rule.Effects)
                    .OfType<RequireEffect>()
                    .Select(require => (require.MetWhen ?? require.Record)?.Text)
                    .OfType<string>()
                    .Where(vocabulary.Facts.ContainsKey)
            );

    /// <summary>Nobody, and each role that a rule names in the place.</summary>
    public static List<string?> Roles(IReadOnlyList<Rule> rules, Func<RuleScope, IReadOnlyList<Name>> place) =>
        [null, .. rules.SelectMany(rule => place(rule.Scope)).Select(name => name.Text).Distinct()];

    private List<string?> Values(Fact fact, ReferenceInterpreter reference, List<string> stages) =>
        fact.Kind switch
        {
            FactKind.Stage => [null, .. stages],
            FactKind.Date => [null, "2026-04-02"],
            _ => [null, .. reference.ValuesOf(fact, act)],
        };
}
