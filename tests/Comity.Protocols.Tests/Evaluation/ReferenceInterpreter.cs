using Comity.Protocols.Language;
using Comity.Protocols.Vocabularies;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>
/// Decides by reading the rules as text, one after the other, with nothing clever: conditions are walked, missing facts are tried with every value
/// that the vocabulary or a threshold allows. Slow, and meant to be seen to be right; the compiled engine is compared with it.
/// </summary>
internal sealed class ReferenceInterpreter(Protocol protocol)
{
    /// <summary>A situation as a dictionary; facts that are missing are unknown.</summary>
    public sealed record Given(
        string Act,
        IReadOnlyList<string> By,
        IReadOnlyList<string> To,
        IReadOnlyList<string> About,
        Dictionary<string, string> Facts,
        DateOnly? On = null
    );

    public sealed record Answer(Outcome Outcome, string Conditions, string Dues, string FirstSteps);

    private readonly ILookup<string, Rule> rules = protocol
        .Files.SelectMany(file => file.Rules)
        .SelectMany(rule => rule.Scope.Acts.Select(act => (act.Text, Rule: rule)))
        .ToLookup(pair => pair.Text, pair => pair.Rule);

    private Vocabulary Vocabulary => protocol.Vocabulary;

    public static IReadOnlyList<Rule> Overridden(IReadOnlyList<Rule> inForce)
    {
        var despite = inForce.SelectMany(rule => rule.Despite).Select(norm => norm.Text).ToHashSet();
        return despite.Count == 0 ? [] : [.. inForce.Where(rule => despite.Contains(rule.Norm))];
    }

    /// <summary>The answer, and the rules in force; the outcome is needs-facts when completions of the situation get different answers.</summary>
    public (Answer Answer, IReadOnlyList<Rule> InForce) Decide(Given given)
    {
        // Nobody's role changes by what else comes to be known.
        var fitting = Fitting(given).ToList();
        var held = Held(fitting, given);
        Answer? first = null;
        var isOpen = Completions(fitting, held, given).Any(answer => (first ??= answer) != answer);
        return (isOpen ? new Answer(Outcome.NeedsFacts, "", "", "") : first!, InForce(held));
    }

    /// <summary>The rules in force, without the answer that they come to.</summary>
    public IReadOnlyList<Rule> InForceIn(Given given) => InForce(Held([.. Fitting(given)], given));

    private List<(Rule Rule, bool? Holds)> Held(List<Rule> fitting, Given given) =>
        fitting.ConvertAll(rule => (rule, Holds(rule, given.Facts)));

    private static List<Rule> InForce(List<(Rule Rule, bool? Holds)> held) =>
        [.. held.Where(found => found.Holds == true).Select(found => found.Rule)];

    private IEnumerable<Answer> Completions(List<Rule> fitting, List<(Rule Rule, bool? Holds)> held, Given given)
    {
        var waiting = held.Where(found =>
                found.Holds is null && (found.Rule.IsActionable || found.Rule.Despite.Count > 0 || found.Rule.Provided.Count > 0)
            )
            .SelectMany(found => FactsOf(found.Rule))
            .Select(name => Vocabulary.Facts[name])
            .Where(fact => fact.Kind is FactKind.YesNo or FactKind.OneOf or FactKind.Number)
            .FirstOrDefault(fact => ValueOf(fact.Name, given.Facts) is null);
        if (waiting is null)
        {
            return [Answered(given, InForce(held))];
        }

        return ValuesOf(waiting, given.Act)
            .Select(value => given with { Facts = new Dictionary<string, string>(given.Facts) { [waiting.Name] = value } })
            .SelectMany(next => Completions(fitting, Held(fitting, next), next));
    }

    /// <summary>The values worth trying: every choice, and for a number those around each threshold.</summary>
    public IEnumerable<string> ValuesOf(Fact fact, string act)
    {
        if (fact.Kind != FactKind.Number)
        {
            return fact.Choices.Select(choice => choice.Name);
        }

        var thresholds = rules[act]
            .SelectMany(rule => rule.When.Concat(rule.Unless))
            .SelectMany(Tests)
            .Where(test => test.Fact.Text == fact.Name)
            .Select(test => test.Number);
        return thresholds
            .SelectMany(number => new[] { number - 1, number - 0.5m, number, number + 0.5m, number + 1 })
            .Distinct()
            .Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static IEnumerable<string> FactsOf(Rule rule) =>
        rule.When.Concat(rule.Unless).SelectMany(condition => condition.Facts()).Concat(rule.Provided).Select(fact => fact.Text);

    private Answer Answered(Given given, List<Rule> inForce)
    {
        var effective = inForce.Except(Overridden(inForce), ReferenceEqualityComparer.Instance).Cast<Rule>().ToList();
        var effects = effective.SelectMany(rule => rule.Effects.Select(effect => (rule, effect))).ToList();
        if (effects.Any(found => found.effect is ForbidEffect))
        {
            return new Answer(Outcome.Forbidden, "", "", "");
        }

        var conditions = effective
            .SelectMany(rule => rule.Provided.Select(fact => (Text: $"provided {fact}", Met: true)))
            .Concat(
                effects
                    .Where(found => found.effect is RequireEffect)
                    .Select(found => (RequireEffect)found.effect)
                    .Select(require => (Text: $"{require.Condition} {require.MetWhen}", Met: IsMet(require, given.Facts)))
            )
            .Distinct()
            .ToList();
        var dues = Dues(effects);
        var steps = FirstSteps(effects, given.Facts.GetValueOrDefault(Fact.UnresolvedAt));
        var outcome =
            effects.Any(found => found.effect is AdviseAgainstEffect) ? Outcome.ShouldNot
            : conditions.Any(condition => !condition.Met) ? Outcome.PermittedOnCondition
            : steps.Count > 0 ? Outcome.Referred
            : conditions.Count > 0 ? Outcome.PermittedOnCondition
            : effects.Any(found =>
                found.effect is not (ShowEffect or GroundEffect or InsteadEffect or RouteEffect)
                && !(found.effect is WallEffect && found.rule.Layer == Layer.Safeguard)
            )
                ? Outcome.Permitted
            : Outcome.Silent;
        return new Answer(
            outcome,
            Sorted(conditions.Select(condition => $"{condition.Text} {condition.Met}")),
            Sorted(dues.Select(due => $"{due.Duty} {due.Clock}")),
            Sorted(steps.Select(step => $"{step.Who} as {step.Stage} after {step.After}"))
        );
    }

    private static List<DueEffect> Dues(List<(Rule rule, Effect effect)> effects)
    {
        var stopped = effects.Select(found => found.effect).OfType<StopEffect>().Select(stop => stop.Duty.Text).ToHashSet();
        var running = effects.Where(found => found.effect is DueEffect due && !stopped.Contains(due.Duty.Text)).ToList();
        return
        [
            .. running
                .Where(found =>
                    found.rule.Layer != Layer.Arrangement
                    || !running.Exists(other =>
                        other.rule.Layer != Layer.Arrangement
                        && ((DueEffect)other.effect).Duty.Text == ((DueEffect)found.effect).Duty.Text
                        && ((DueEffect)other.effect).Clock.HasNumber
                    )
                )
                .Select(found => (DueEffect)found.effect),
        ];
    }

    private static List<RouteEffect> FirstSteps(List<(Rule rule, Effect effect)> effects, string? tried)
    {
        var all = effects
            .Where(found => found.effect is RouteEffect)
            .Select(found => (found.rule.Layer, Step: (RouteEffect)found.effect))
            .ToList();
        var active = all.FindAll(found =>
            found.Layer != Layer.Arrangement
            || !all.Exists(other => other.Layer != Layer.Arrangement && other.Step.After?.Text == found.Step.After?.Text)
        );
        return
        [
            .. active
                .Select(found => found.Step)
                .Where(step =>
                    tried is not null
                        ? step.After?.Text == tried
                        : step.After is null || !active.Exists(other => other.Step.Stage == step.After.Text)
                ),
        ];
    }

    private bool IsMet(RequireEffect require, Dictionary<string, string> facts)
    {
        var name = require.MetWhen?.Text ?? require.Record?.Text;
        return name is not null
            && Vocabulary.Facts.TryGetValue(name, out var fact)
            && fact.Kind is FactKind.YesNo or FactKind.Date
            && ValueOf(name, facts) is { } value
            && value != "no";
    }

    private IEnumerable<Rule> Fitting(Given given) =>
        rules[given.Act]
            .Where(rule => HoldsOn(rule, given.On))
            .Where(rule => Fits(rule.Scope.By, given.By) && Fits(rule.Scope.To, given.To) && Fits(rule.Scope.About, given.About));

    // From its first day to its last, both included; on no particular day, always.
    private static bool HoldsOn(Rule rule, DateOnly? day)
    {
        var hasBegun = day is null || rule.HoldsFrom is null || rule.HoldsFrom <= day;
        var hasEnded = day is not null && rule.HoldsUntil is not null && rule.HoldsUntil < day;
        return hasBegun && !hasEnded;
    }

    private bool Fits(IReadOnlyList<Name> named, IReadOnlyList<string> roles) =>
        named.Count == 0 || roles.Any(role => named.Any(name => Vocabulary.RoleIs(role, name.Text)));

    private bool? Holds(Rule rule, Dictionary<string, string> facts) =>
        rule
            .When.Select(condition => Holds(condition, facts))
            .Concat(rule.Unless.Select(condition => !Holds(condition, facts)))
            .Concat(rule.Provided.Select(fact => IsYes(fact.Text, facts)))
            .Aggregate((bool?)true, (all, part) => all & part);

    private bool? Holds(Condition condition, Dictionary<string, string> facts) =>
        condition switch
        {
            FactIsYes test => IsYes(test.Fact.Text, facts),
            FactIsKnown test => ValueOf(test.Fact.Text, facts) is not null,
            FactIsOneOf { Fact.Text: Fact.UnresolvedAt } test => test.Values.Any(value =>
                value.Text == facts.GetValueOrDefault(Fact.UnresolvedAt)
            ),
            FactIsOneOf test => ValueOf(test.Fact.Text, facts) is { } value ? test.Values.Any(v => v.Text == value) : null,
            FactCompares test => ValueOf(test.Fact.Text, facts) is { } value ? Compare(test, value) : null,
            NotCondition not => !Holds(not.Inner, facts),
            AllConditions all => all.Parts.Aggregate((bool?)true, (sum, part) => sum & Holds(part, facts)),
            AnyCondition any => any.Parts.Aggregate((bool?)false, (sum, part) => sum | Holds(part, facts)),
            _ => throw new InvalidOperationException(condition.ToString()),
        };

    private bool? IsYes(string name, Dictionary<string, string> facts) => ValueOf(name, facts) is { } value ? value == "yes" : null;

    private string? ValueOf(string name, Dictionary<string, string> facts) =>
        facts.GetValueOrDefault(name) ?? Vocabulary.Facts[name].Presumption;

    private static bool Compare(FactCompares test, string value)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        return test.Comparison switch
        {
            Comparison.MoreThan => number > test.Number,
            Comparison.AtLeast => number >= test.Number,
            Comparison.AtMost => number <= test.Number,
            Comparison.FewerThan => number < test.Number,
            _ => throw new InvalidOperationException(),
        };
    }

    private static IEnumerable<FactCompares> Tests(Condition condition) =>
        condition switch
        {
            FactCompares test => [test],
            NotCondition not => Tests(not.Inner),
            AllConditions all => all.Parts.SelectMany(Tests),
            AnyCondition any => any.Parts.SelectMany(Tests),
            _ => [],
        };

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal));
}
