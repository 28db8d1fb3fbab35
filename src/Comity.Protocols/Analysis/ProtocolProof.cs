using System.Collections.Frozen;

namespace Comity.Protocols.Analysis;

/// <summary>
/// Proves what a council must be able to rely on, or finds the situation in which it fails. Every situation that the rules can tell apart is looked
/// at, and every pair of people.
/// </summary>
public static class ProtocolProof
{
    // The relations that a council's register answers; the language's own names.
    private static readonly string[] Relations = ["actor-is-subject", "actor-raised-it", "declared-relationship"];

    /// <summary>Proves a compiled protocol.</summary>
    /// <param name="protocol">The protocol with its layers; arrangements among them where the council has made some.</param>
    /// <param name="substitutes">Who stands in for the holder of an office who may not act: another role, or somebody outside; null when the council has stated none.</param>
    /// <param name="text">The protocol with the layers with which concerns are followed to their end, where those are others.</param>
    /// <returns>Every property, in the order of <see cref="ProofProperty"/>.</returns>
    public static IReadOnlyList<ProvedProperty> Run(
        Protocol protocol,
        IReadOnlyDictionary<string, string>? substitutes = null,
        Protocol? text = null
    )
    {
        ArgumentNullException.ThrowIfNull(protocol);
        var stated = substitutes ?? FrozenDictionary<string, string>.Empty;
        var slices = protocol.Acts.Select(protocol.SliceOf).OfType<Slice>().Where(slice => slice.Fault is null).ToList();
        return
        [
            Concerns(text ?? protocol, stated),
            Prove(ProofProperty.NobodyDecidesAboutThemselves, Handling(protocol)),
            Prove(ProofProperty.ContradictionsAreSettled, Contradictions(protocol, slices)),
            Prove(ProofProperty.ApprovalsHaveSomebody, new ApprovalProof(protocol, stated).Run()),
            Prove(ProofProperty.ClocksHaveAnAnchor, Clocks(slices)),
            Prove(ProofProperty.WallsExcludeTheSubject, Walls(protocol, slices)),
        ];
    }

    /// <summary>Follows every concern to its end; the first of the properties by itself.</summary>
    /// <param name="protocol">The protocol with the layers with which it is to be asked.</param>
    /// <param name="substitutes">Who stands in for whom, or null.</param>
    public static ProvedProperty Concerns(Protocol protocol, IReadOnlyDictionary<string, string>? substitutes = null)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return Prove(
            ProofProperty.ConcernsReachSomebodyElse,
            new ConcernProof(protocol, substitutes ?? FrozenDictionary<string, string>.Empty).Run()
        );
    }

    private static ProvedProperty Prove(ProofProperty property, IReadOnlyList<CounterExample> found) =>
        new(property, [.. found.Where(example => example.IsFailure)], [.. found.Where(example => !example.IsFailure)]);

    private static List<CounterExample> Handling(Protocol protocol)
    {
        var found = new List<CounterExample>();
        var vocabulary = protocol.Vocabulary;
        foreach (var act in vocabulary.Acts.Values.Where(act => act.Kind == ActKind.Handling))
        {
            var slice = protocol.SliceOf(act.Name);
            var reach = slice is null ? null : new Reach(vocabulary, slice);
            foreach (var relation in Relations.Where(vocabulary.Facts.ContainsKey))
            {
                if (Handles(vocabulary, slice, reach, act.Name, relation) is { } situation)
                {
                    found.Add(
                        new CounterExample(
                            CounterKind.DecidesOwnCase,
                            act.Name,
                            situation.By,
                            situation.About,
                            [],
                            $"nothing forbids it: {vocabulary.Facts[relation].Question} Yes",
                            situation,
                            []
                        )
                    );
                }
            }
        }

        return found;
    }

    private static Situation? Handles(Vocabulary vocabulary, Slice? slice, Reach? reach, string act, string relation)
    {
        if (slice is null)
        {
            return Situation.In(vocabulary).Act(act).With(relation, true).Build();
        }

        Judgement IsOpen(in View view) => Open(in view, slice.Forbids) ?? Judgement.Yes;
        return reach!.Exists(0, reach.WithOverriding(slice.Forbids), IsOpen, (relation, "yes"))
            ? new SituationSearch(vocabulary, slice).Find(0, IsOpen, (relation, "yes"))
            : null;
    }

    private static IReadOnlyList<CounterExample> Contradictions(Protocol protocol, List<Slice> slices)
    {
        var findings = new CheckFindings();
        var settled = new SettledNorms(protocol);
        foreach (var slice in slices.Where(slice => slice.Rules.Length > 1))
        {
            new SliceCheck(protocol, settled, slice, findings).CheckContradictions();
        }

        return
        [
            .. findings
                .InOrder()
                .Select(finding => new CounterExample(
                    CounterKind.Contradiction,
                    finding.Situation!.Act,
                    finding.Situation.By,
                    finding.Situation.About,
                    [],
                    finding.Diagnostic.Message,
                    finding.Situation,
                    []
                )),
        ];
    }

    private static List<CounterExample> Clocks(List<Slice> slices)
    {
        var found = new List<CounterExample>();
        foreach (var slice in slices)
        {
            foreach (var due in slice.Dues)
            {
                var norms = Explanations.DecisionBuilder.Bits(due.Rules).Select(rule => slice.Rules[rule].Norm).Distinct().ToArray();
                if (due.Clock.Clock.Kind == Calendars.ClockKind.AtStandard)
                {
                    found.Add(
                        new CounterExample(
                            CounterKind.NeedsFigure,
                            slice.Act,
                            [],
                            [],
                            norms,
                            $"the time for `{due.Duty}` is a figure that the council states itself: {due.Clock}",
                            null,
                            []
                        )
                    );
                }
            }
        }

        return found;
    }

    private static List<CounterExample> Walls(Protocol protocol, List<Slice> slices)
    {
        var found = new List<CounterExample>();
        foreach (var slice in slices.Where(slice => protocol.Vocabulary.Acts[slice.Act].Kind == ActKind.Concern))
        {
            var hides = MaskOf(slice, wall => !wall.Visible);
            var shows = MaskOf(slice, wall => wall.Visible);
            // First what the walls say, which is mostly the same for everybody, and only where that leaves it open whether the act may be done.
            Judgement IsNotHidden(in View view) =>
                Absent(in view, hides) is { Holds: not true } walled ? walled : Open(in view, slice.Forbids) ?? Judgement.Yes;
            Judgement IsShown(in View view) =>
                Present(in view, shows) is { Holds: not true } walled ? walled : Open(in view, slice.Forbids) ?? Judgement.Yes;
            var reach = new Reach(protocol.Vocabulary, slice);
            var situation =
                reach.Exists(0, reach.WithOverriding(hides | slice.Forbids), IsNotHidden)
                    ? new SituationSearch(protocol.Vocabulary, slice).Find(0, IsNotHidden)
                : shows != 0 && reach.Exists(0, reach.WithOverriding(shows | slice.Forbids), IsShown)
                    ? new SituationSearch(protocol.Vocabulary, slice).Find(0, IsShown)
                : null;
            if (situation is not null)
            {
                found.Add(
                    new CounterExample(
                        CounterKind.SubjectSees,
                        slice.Act,
                        situation.By,
                        situation.About,
                        [],
                        "nothing hides the matter from the person it is about",
                        situation,
                        []
                    )
                );
            }
        }

        return found;
    }

    private static ulong MaskOf(Slice slice, Predicate<WallEffect> test)
    {
        ulong mask = 0;
        for (var i = 0; i < slice.Rules.Length; i++)
        {
            var hits = slice
                .Rules[i]
                .Effects.OfType<WallEffect>()
                .Any(wall =>
                    wall.Part == MatterPart.Matter && test(wall) && wall.Who.Terms.Any(term => term is { Role: null, Party: Party.Subject })
                );
            mask |= hits ? 1UL << i : 0;
        }

        return mask;
    }

    // What is forbidden does not happen, and so shows nothing to anybody.
    private static Judgement? Open(in View view, ulong forbids) =>
        (view.Sure & forbids) != 0 ? Judgement.No
        : view.Next(forbids) is not 0 and var open ? Judgement.DependsOn(open)
        : null;

    private static Judgement Absent(in View view, ulong rules) =>
        (view.Sure & rules) != 0 ? Judgement.No
        : view.Next(rules) is not 0 and var open ? Judgement.DependsOn(open)
        : Judgement.Yes;

    private static Judgement Present(in View view, ulong rules) =>
        (view.Sure & rules) != 0 ? Judgement.Yes
        : view.Next(rules) is not 0 and var open ? Judgement.DependsOn(open)
        : Judgement.No;
}
