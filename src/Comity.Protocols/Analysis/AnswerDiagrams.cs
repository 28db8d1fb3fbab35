using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>What the rules of one protocol on an act answer, as functions of the facts.</summary>
internal sealed class AnswerDiagrams
{
    private const int Open = 16;

    private readonly Diagrams diagrams;
    private readonly FactSpace space;
    private readonly Slice slice;
    private readonly Func<AxisValue, AxisMasks> masks;

    // By rule; -1 until somebody asks: rules that only guide are never asked about.
    private readonly int[] holds;
    private readonly ulong[] overriders;
    private readonly Dictionary<(int Rule, ulong Overriders), int> effective = [];
    private readonly Dictionary<ulong, int> outcomes = [];
    private readonly Dictionary<(int Rule, ulong Candidates), int> decides = [];
    private readonly Diagrams.Joining isOutcome;
    private readonly Dictionary<ulong, int> routes = [];
    private readonly List<string> routeTexts;
    private readonly Dictionary<string, int> routeNumbers;

    /// <param name="diagrams">Where the functions are kept.</param>
    /// <param name="space">The facts.</param>
    /// <param name="slice">The rules.</param>
    /// <param name="routeTexts">The routes met so far; the value of a route is its place there.</param>
    public AnswerDiagrams(Diagrams diagrams, FactSpace space, Slice slice, List<string> routeTexts)
    {
        this.diagrams = diagrams;
        this.space = space;
        this.slice = slice;
        this.routeTexts = routeTexts;
        routeNumbers = [];
        isOutcome = diagrams.JoiningBy((found, wanted) => found == wanted ? 1 : 0);
        masks = ReferenceEquals(slice, space.One) ? value => value.One : value => value.Other;
        holds = new int[slice.Rules.Length];
        Array.Fill(holds, -1);
        overriders = new ulong[slice.Rules.Length];
        foreach (var rule in slice.Overriding)
        {
            foreach (var target in DecisionBuilder.Bits(rule.Despite))
            {
                overriders[target] |= 1UL << rule.Place;
            }
        }
    }

    /// <summary>The value by which a function says an outcome, and whether a condition is open.</summary>
    public static int Encode(Outcome outcome, bool isOpen) => (int)outcome | (isOpen ? Open : 0);

    public static (Outcome Outcome, bool IsOpen) Decode(int value) => ((Outcome)(value & ~Open), (value & Open) != 0);

    /// <summary>The outcome.</summary>
    public int OutcomeOf(ulong candidates)
    {
        if (slice.Fault is not null)
        {
            return diagrams.End(Encode(Outcome.CannotTell, false));
        }

        if (!outcomes.TryGetValue(candidates, out var answer))
        {
            // From the weakest to the strongest: whatever comes later prevails.
            answer = diagrams.End(Encode(Outcome.Silent, false));
            Where(Any(slice.OtherEffects, candidates), Outcome.Permitted, false);
            Where(Any(slice.HasConditions, candidates), Outcome.PermittedOnCondition, false);
            Where(AnyOf(slice.HasSteps & candidates, rule => Begins(rule, candidates)), Outcome.Referred, false);
            Where(AnyOf(slice.HasConditions & candidates, rule => LeavesOpen(rule, candidates)), Outcome.PermittedOnCondition, true);
            Where(Any(slice.Advises, candidates), Outcome.ShouldNot, false);
            Where(Any(slice.Forbids, candidates), Outcome.Forbidden, false);
            outcomes[candidates] = answer;
        }

        return answer;

        void Where(int condition, Outcome outcome, bool isOpen) =>
            answer = diagrams.Choose(condition, diagrams.End(Encode(outcome, isOpen)), answer);
    }

    /// <summary>Whether a rule is among those that bring the outcome about.</summary>
    public int Decides(int rule, ulong candidates)
    {
        if ((candidates & (1UL << rule)) == 0)
        {
            return Diagrams.False;
        }

        if (decides.TryGetValue((rule, candidates), out var known))
        {
            return known;
        }

        var outcome = OutcomeOf(candidates);
        var bit = 1UL << rule;
        var any = Diagrams.False;
        Add(slice.Forbids, Outcome.Forbidden, false, Effective);
        Add(slice.Advises, Outcome.ShouldNot, false, Effective);
        Add(slice.HasConditions, Outcome.PermittedOnCondition, true, LeavesOpen);
        Add(slice.HasSteps, Outcome.Referred, false, Begins);
        Add(slice.HasConditions, Outcome.PermittedOnCondition, false, Effective);
        Add(slice.OtherEffects, Outcome.Permitted, false, Effective);
        return decides[(rule, candidates)] = any;

        void Add(ulong rules, Outcome by, bool isOpen, Func<int, ulong, int> how)
        {
            if ((rules & bit) != 0)
            {
                any = diagrams.Or(any, diagrams.And(how(rule, candidates), Is(outcome, Encode(by, isOpen))));
            }
        }
    }

    /// <summary>Whether one of the rules has effect.</summary>
    public int Any(ulong rules, ulong candidates) => AnyOf(rules & candidates, rule => Effective(rule, candidates));

    private int AnyOf(ulong rules, Func<int, int> how) =>
        DecisionBuilder.Bits(rules).Aggregate(Diagrams.False, (any, rule) => diagrams.Or(any, how(rule)));

    private int Is(int outcome, int value) => diagrams.Join(outcome, diagrams.End(value), in isOutcome);

    private int LeavesOpen(int rule, ulong candidates) =>
        diagrams.And(
            Effective(rule, candidates),
            slice
                .Conditions.Where(condition => (condition.Rules & (1UL << rule)) != 0)
                .Aggregate(Diagrams.False, (any, condition) => diagrams.Or(any, diagrams.Not(IsTrue(condition.MetBit))))
        );

    private int Begins(int rule, ulong candidates) => diagrams.And(Effective(rule, candidates), BeginsRoute(1UL << rule));

    /// <summary>Whether a clock with these words runs.</summary>
    public int Runs(string words, ulong candidates)
    {
        var any = Diagrams.False;
        for (var i = 0; i < slice.Dues.Length; i++)
        {
            if ($"{slice.Dues[i].Duty} {slice.Dues[i].Clock}" != words)
            {
                continue;
            }

            var runs = Started(i);
            for (var other = 0; slice.Dues[i].IsArrangement && other < slice.Dues.Length; other++)
            {
                // An arrangement's gives way to another number for the duty.
                if (slice.Dues[other] is { IsArrangement: false, Clock.HasNumber: true } written && written.Duty == slice.Dues[i].Duty)
                {
                    runs = diagrams.And(runs, diagrams.Not(Started(other)));
                }
            }

            any = diagrams.Or(any, runs);
        }

        return any;

        int Started(int due) => diagrams.And(Any(slice.Dues[due].Rules, candidates), diagrams.Not(Any(slice.StopsOf[due], candidates)));
    }

    /// <summary>The route, as its place among the texts.</summary>
    public int RouteOf(ulong candidates)
    {
        if ((candidates & slice.HasSteps) == 0)
        {
            return diagrams.End(NumberOf(""));
        }

        if (routes.TryGetValue(candidates, out var known))
        {
            return known;
        }

        // First which steps there are, one after the other, and then for each stage that was tried what of them is left.
        var sets = new List<ulong> { 0 };
        var numbers = new Dictionary<ulong, int> { [0] = 0 };
        var steps = diagrams.End(0);
        for (var i = 0; i < slice.Steps.Length; i++)
        {
            var bit = 1UL << i;
            var isThere = Any(slice.Steps[i].Rules, candidates);
            if (isThere != Diagrams.False)
            {
                steps = diagrams.Join(isThere, steps, diagrams.JoiningBy((there, set) => there == 0 ? set : SetOf(sets[set] | bit)));
            }
        }

        var stages = diagrams.On(space.StageAxis, value => diagrams.End(masks(value).Stage + 1));
        return routes[candidates] = diagrams.Join(
            stages,
            steps,
            diagrams.JoiningBy((stage, set) => NumberOf(TextOf(sets[set], stage - 1)))
        );

        int SetOf(ulong set)
        {
            if (!numbers.TryGetValue(set, out var number))
            {
                numbers[set] = number = sets.Count;
                sets.Add(set);
            }

            return number;
        }
    }

    // The rules themselves are weighed once for all people; who they are says only which of them count.
    private int Effective(int rule, ulong candidates)
    {
        var over = overriders[rule] & candidates;
        if (over == 0)
        {
            return Holds(rule);
        }

        if (!effective.TryGetValue((rule, over), out var known))
        {
            effective[(rule, over)] = known = diagrams.And(
                Holds(rule),
                diagrams.Not(DecisionBuilder.Bits(over).Aggregate(Diagrams.False, (any, other) => diagrams.Or(any, Holds(other))))
            );
        }

        return known;
    }

    private int Holds(int rule)
    {
        if (holds[rule] >= 0)
        {
            return holds[rule];
        }

        var any = Diagrams.False;
        for (var i = slice.Starts[rule]; i < slice.Starts[rule + 1]; i++)
        {
            var conjunct = slice.Conjuncts[i];
            any = diagrams.Or(
                any,
                diagrams.All(value => ((masks(value).False & conjunct.MustBeTrue) | (masks(value).True & conjunct.MustBeFalse)) == 0)
            );
        }

        return holds[rule] = any;
    }

    private int IsTrue(ulong test) => test == 0 ? Diagrams.False : diagrams.All(value => (masks(value).False & test) == 0);

    // When a stage has been tried, the route begins with what comes after it.
    private int BeginsRoute(ulong rule) =>
        diagrams.On(
            space.StageAxis,
            value =>
                masks(value).Stage is >= 0 and var stage
                && !Array.Exists(slice.Steps, step => step.After == stage && (step.Rules & rule) != 0)
                    ? Diagrams.False
                    : Diagrams.True
        );

    private string TextOf(ulong steps, int stage) =>
        string.Join(
            ", ",
            RouteOrder.Of(slice, WithoutReplaced(steps), stage).Select(found => $"{found.Level} {slice.Steps[found.Step].Who}")
        );

    // The council's own step gives way to one that is written for the same place.
    private ulong WithoutReplaced(ulong steps) =>
        DecisionBuilder
            .Bits(steps)
            .Where(step =>
                slice.Steps[step].IsArrangement
                && DecisionBuilder
                    .Bits(steps)
                    .Any(other => !slice.Steps[other].IsArrangement && slice.Steps[other].After == slice.Steps[step].After)
            )
            .Aggregate(steps, (left, step) => left & ~(1UL << step));

    private int NumberOf(string text)
    {
        if (!routeNumbers.TryGetValue(text, out var number))
        {
            number = routeTexts.IndexOf(text);
            if (number < 0)
            {
                number = routeTexts.Count;
                routeTexts.Add(text);
            }

            routeNumbers[text] = number;
        }

        return number;
    }
}
