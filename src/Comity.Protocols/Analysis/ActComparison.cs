using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>
/// Compares what two protocols say about one act, in every situation that the rules of either can tell apart. Both answers are functions of the facts; where
/// they differ is another.
/// </summary>
internal sealed class ActComparison
{
    // Values of the functions that say where two answers differ: from the last on, in what.
    private const int Alike = 0;
    private const int AlikeAndOver = 1;
    private const int FirstPair = 2;
    private const int OnlyOne = FirstPair;
    private const int OnlyOther = FirstPair + 1;

    // Written out only for those that are alike in all else.
    private static readonly Comparer<Situation> ByText = Comparer<Situation>.Create(
        (one, other) => string.CompareOrdinal(one.ToCanonicalText(), other.ToCanonicalText())
    );

    private readonly Vocabulary vocabulary;
    private readonly Slice? one;
    private readonly Slice? other;
    private readonly FactSpace space;
    private readonly AnswerElement[] elements;
    private readonly bool mayRouteDiffer;
    private readonly Diagrams diagrams;
    private readonly AnswerDiagrams? answers;
    private readonly AnswerDiagrams? otherAnswers;
    private readonly List<string> routeTexts = [];
    private readonly List<(int One, int Other)> pairs = [];
    private readonly Dictionary<(int, int), int> pairNumbers = [];
    private readonly Diagrams.Joining outcomePairs;
    private readonly Diagrams.Joining routePairs;
    private readonly Diagrams.Joining unlike;
    private readonly Diagrams.Joining goingOn;
    private readonly Dictionary<DifferenceKey, DifferenceGroup> groups = [];
    private readonly List<(Casting Casting, int Outcomes)> compared = [];

    private ActComparison(Vocabulary vocabulary, Slice? one, Slice? other)
    {
        this.vocabulary = vocabulary;
        this.one = one;
        this.other = other;
        space = new FactSpace(vocabulary, one, other, forDiagrams: true);
        elements = AnswerElement.Of(one, other);
        mayRouteDiffer = !AnswerElement.AreAlike(one, one?.HasSteps ?? 0, other, other?.HasSteps ?? 0);
        diagrams = new Diagrams(space);
        outcomePairs = diagrams.JoiningBy(PairOf);
        routePairs = diagrams.JoiningBy((route, otherRoute) => route == otherRoute ? 0 : FirstPair + NumberOf(route, otherRoute));
        unlike = diagrams.JoiningBy(
            (has, otherHas) =>
                has == otherHas ? 0
                : has != 0 ? OnlyOne
                : OnlyOther
        );
        goingOn = diagrams.JoiningBy((outcomes, _) => outcomes == Alike ? 1 : 0);
        answers = one is null ? null : new AnswerDiagrams(diagrams, space, one, routeTexts);
        otherAnswers = other is null ? null : new AnswerDiagrams(diagrams, space, other, routeTexts);
    }

    /// <summary>The differences, the most ordinary first.</summary>
    public static IEnumerable<Difference> Compare(Vocabulary vocabulary, Slice? one, Slice? other)
    {
        // The shared layers speak about many acts; where nothing else does, there is nothing to compare.
        if (one is not null && other is not null && one.Rules.SequenceEqual(other.Rules, ReferenceEqualityComparer.Instance))
        {
            return [];
        }

        return new ActComparison(vocabulary, one, other).Run();
    }

    private IEnumerable<Difference> Run()
    {
        // Rules that only guide change no answer, and so tell no people apart.
        foreach (var casting in Castings.Of(vocabulary, one, other, one?.Material ?? 0, other?.Material ?? 0))
        {
            Compare(casting, casting.One & (one?.Material ?? 0), casting.Other & (other?.Material ?? 0));
        }

        return OutcomesShown()
            .Concat(DifferenceGroup.Shown(groups.Values.Where(group => group.Key.Kind == DifferenceKind.Route)))
            .Concat(groups.Values.Where(group => group.Key.Kind is not (DifferenceKind.Outcome or DifferenceKind.Route)))
            .Select(Make)
            .OrderBy(difference => difference.Unusual)
            .ThenBy(difference => difference.Situation.AnswersInOrder.Length)
            .ThenBy(difference => difference.Kind)
            .ThenBy(difference => difference.What, StringComparer.Ordinal)
            .ThenBy(difference => difference.Situation, ByText);
    }

    // Each pair of outcomes once; and each rule behind one of them that none of those shows.
    private List<DifferenceGroup> OutcomesShown()
    {
        var shown = groups.Values.Where(group => group.Key.Kind == DifferenceKind.Outcome).ToList();
        var (seen, otherSeen) = (0UL, 0UL);
        shown.ForEach(See);
        foreach (var (isOfOne, rule, group) in ByRule(~seen, ~otherSeen).OrderBy(found => found.Group.Cost))
        {
            if (((isOfOne ? seen : otherSeen) & (1UL << rule)) == 0)
            {
                shown.Add(group);
                See(group);
            }
        }

        return shown;

        void See(DifferenceGroup group)
        {
            seen |= Deciding(answers, group.Casting.One & (one?.Material ?? 0), group.End.Chosen);
            otherSeen |= Deciding(otherAnswers, group.Casting.Other & (other?.Material ?? 0), group.End.Chosen);
        }
    }

    // For each rule the situations in which it is behind an outcome that differs.
    private List<(bool IsOfOne, int Rule, DifferenceGroup Group)> ByRule(ulong rules, ulong otherRules)
    {
        var found = new List<(bool, int, DifferenceGroup)>();
        Add(answers, true, rules, one?.Material ?? 0);
        Add(otherAnswers, false, otherRules, other?.Material ?? 0);
        return found;

        void Add(AnswerDiagrams? of, bool isOfOne, ulong wanted, ulong material)
        {
            foreach (var rule in of is null ? [] : DecisionBuilder.Bits(wanted & material))
            {
                var group = new DifferenceGroup(new DifferenceKey(DifferenceKind.Outcome, "", ""));
                foreach (var (casting, outcomes) in compared)
                {
                    var candidates = (isOfOne ? casting.One : casting.Other) & material;
                    var differing = diagrams.Choose(of!.Decides(rule, candidates), outcomes, Diagrams.False);
                    foreach (var end in diagrams.EndsOf(differing, space.Size).Where(end => end.Value >= FirstPair))
                    {
                        group.Add(casting, differing, end);
                    }
                }

                if (group.Count > 0)
                {
                    found.Add((isOfOne, rule, group));
                }
            }
        }
    }

    private ulong Deciding(AnswerDiagrams? of, ulong candidates, int[] chosen) =>
        of is null
            ? 0
            : DecisionBuilder
                .Bits(candidates)
                .Where(rule => diagrams.ValueAt(of.Decides(rule, candidates), chosen) == 1)
                .Aggregate(0UL, (all, rule) => all | (1UL << rule));

    private Difference Make(DifferenceGroup group)
    {
        var situation = SituationMaker.Make(vocabulary, space, group.Casting, WithoutIdle(group));
        var key = group.Key;
        var isElement = key.Kind is not (DifferenceKind.Outcome or DifferenceKind.Route);
        return new Difference(
            situation.Act,
            key.Kind,
            isElement ? key.One + key.Other : "",
            isElement && key.One.Length > 0,
            situation,
            group.Count,
            group.Cost / AxisValue.OfUnusual
        );
    }

    // A fact of which every value has to be stated may stand on the way to a difference and have no say in it, by the order in which facts are asked.
    private int[] WithoutIdle(DifferenceGroup group)
    {
        var chosen = group.End.Chosen.ToArray();
        for (var axis = 0; axis < chosen.Length; axis++)
        {
            var value = chosen[axis];
            if (value >= 0 && space.Axes[axis].Values[0].Cost > 0)
            {
                chosen[axis] = -1;
                chosen[axis] = diagrams.IsAlways(group.Root, chosen, group.End.Value) ? -1 : value;
            }
        }

        return chosen;
    }

    private void Compare(Casting casting, ulong candidates, ulong otherCandidates)
    {
        var silent = diagrams.End(AnswerDiagrams.Encode(Outcome.Silent, false));
        var outcomes = diagrams.Join(
            answers?.OutcomeOf(candidates) ?? silent,
            otherAnswers?.OutcomeOf(otherCandidates) ?? silent,
            in outcomePairs
        );
        Visit(
            outcomes,
            casting,
            value => new DifferenceKey(
                DifferenceKind.Outcome,
                AnswerDiagrams.Decode(pairs[value - FirstPair].One).ToString(),
                AnswerDiagrams.Decode(pairs[value - FirstPair].Other).ToString()
            )
        );
        compared.Add((casting, outcomes));

        // Where the outcomes are alike, and not a plain no, what else there is to the answers counts.
        var alike = diagrams.Join(outcomes, Diagrams.True, in goingOn);
        if (alike == Diagrams.False)
        {
            return;
        }

        if (mayRouteDiffer)
        {
            CompareRoutes(casting, candidates, otherCandidates, alike);
        }

        foreach (var element in elements)
        {
            if (((candidates & element.One) | (otherCandidates & element.Other)) != 0)
            {
                CompareElement(
                    casting,
                    element,
                    Has(answers, element, element.One, candidates),
                    Has(otherAnswers, element, element.Other, otherCandidates),
                    alike
                );
            }
        }
    }

    private int PairOf(int outcome, int otherOutcome) =>
        outcome != otherOutcome ? FirstPair + NumberOf(outcome, otherOutcome)
        : AnswerDiagrams.Decode(outcome).Outcome is Outcome.Forbidden or Outcome.CannotTell ? AlikeAndOver
        : Alike;

    private int NumberOf(int value, int otherValue)
    {
        if (!pairNumbers.TryGetValue((value, otherValue), out var number))
        {
            pairNumbers[(value, otherValue)] = number = pairs.Count;
            pairs.Add((value, otherValue));
        }

        return number;
    }

    private void CompareRoutes(Casting casting, ulong candidates, ulong otherCandidates, int alike)
    {
        if (!routeTexts.Contains(""))
        {
            routeTexts.Add("");
        }

        var none = diagrams.End(routeTexts.IndexOf(""));
        var differing = diagrams.Join(answers?.RouteOf(candidates) ?? none, otherAnswers?.RouteOf(otherCandidates) ?? none, in routePairs);
        Visit(
            diagrams.Choose(alike, differing, Diagrams.False),
            casting,
            value => new DifferenceKey(
                DifferenceKind.Route,
                routeTexts[pairs[value - FirstPair].One],
                routeTexts[pairs[value - FirstPair].Other]
            )
        );
    }

    private static int Has(AnswerDiagrams? answers, AnswerElement element, ulong rules, ulong candidates) =>
        answers is null || (rules & candidates) == 0 ? Diagrams.False
        : element.Kind == DifferenceKind.Due ? answers.Runs(element.Text, candidates)
        : answers.Any(rules, candidates);

    private void CompareElement(Casting casting, AnswerElement element, int has, int otherHas, int alike)
    {
        var differing = diagrams.Join(has, otherHas, in unlike);
        if (differing != Diagrams.False)
        {
            Visit(
                diagrams.Choose(alike, differing, Diagrams.False),
                casting,
                value => new DifferenceKey(element.Kind, value == OnlyOne ? element.Text : "", value == OnlyOther ? element.Text : "")
            );
        }
    }

    private void Visit(int root, Casting casting, Func<int, DifferenceKey> key)
    {
        if (root is Diagrams.False or Diagrams.True)
        {
            return;
        }

        foreach (var end in diagrams.EndsOf(root, space.Size))
        {
            if (end.Value < FirstPair)
            {
                continue;
            }

            var found = key(end.Value);
            if (!groups.TryGetValue(found, out var group))
            {
                groups[found] = group = new DifferenceGroup(found);
            }

            group.Add(casting, root, end);
        }
    }
}
