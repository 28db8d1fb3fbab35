using System.Numerics;

namespace Comity.Protocols.Explanations;

/// <summary>Builds the explanation of one encoded situation.</summary>
internal sealed class DecisionBuilder
{
    private readonly Protocol protocol;
    private readonly EncodedSituation encoded;
    private readonly Gap? gap;

    public DecisionBuilder(Protocol protocol, in EncodedSituation encoded, Gap? gap)
    {
        this.protocol = protocol;
        this.encoded = encoded;
        this.gap = gap;
    }

    public DecisionParts Build()
    {
        var verdict = protocol.Evaluate(in encoded);
        if (verdict.Outcome == Outcome.CannotTell)
        {
            return new DecisionParts(protocol, Outcome.CannotTell) { Fault = protocol.FaultOf(in encoded), Ask = DefaultAsk() };
        }

        return encoded.Slice is { } slice ? Build(slice, verdict) : Silent(new DecisionParts(protocol, Outcome.Silent), null, 0);
    }

    private DecisionParts Build(Slice slice, Verdict verdict)
    {
        var effective = verdict.InForce & ~verdict.Overridden;
        var parts = new DecisionParts(protocol, verdict.Outcome)
        {
            Overridden = Overridden(slice, verdict),
            NearMisses = NearMissFinder.Find(protocol, slice, in encoded, verdict),
            Shows = Guidance(slice, effective),
            Grounds = Cite(slice, effective & MaskOf<GroundEffect>(slice)),
            Instead =
            [
                .. Effects<InsteadEffect>(slice, effective)
                    .GroupBy(found => found.Effect.Act.Text)
                    .Select(group => new Alternative(protocol.Vocabulary.Acts[group.Key], Citations(group))),
            ],
            Presumptions = Presumptions(slice, verdict),
            Clashes = Touched(slice, verdict.InForce),
        };
        if (verdict.Outcome == Outcome.NeedsFacts)
        {
            return parts with
            {
                Questions =
                [
                    .. QuestionSearch.Find(slice, in encoded).Select(fact => new Question(slice.Facts[fact].Fact, IsForDate: false)),
                ],
            };
        }

        if (verdict.Outcome == Outcome.Silent)
        {
            return Silent(parts with { Walls = Walls(slice, effective) }, slice, encoded.Candidates);
        }

        var decidedBy = Cite(slice, Deciding(slice, effective, verdict.Outcome));
        parts = parts with
        {
            DecidedBy = decidedBy,
            Faults =
            [
                .. protocol
                    .Files.SelectMany(file => file.Faults)
                    .Where(fault => fault.In.Any(norm => decidedBy.Any(c => c.Norm == norm.Text))),
            ],
        };
        return verdict.Outcome == Outcome.Forbidden ? parts : WithEffects(parts, slice, effective);
    }

    private DecisionParts WithEffects(DecisionParts parts, Slice slice, ulong effective)
    {
        var dues = slice.ActiveDues(effective);
        return parts with
        {
            Conditions =
            [
                .. slice
                    .Conditions.Where(condition => (condition.Rules & effective) != 0)
                    .Select(condition => new AnswerCondition(
                        condition.Text,
                        condition.Kind,
                        condition.Who,
                        condition.Fact is { } fact ? protocol.Vocabulary.Facts[fact] : null,
                        (condition.MetBit & encoded.True) != 0,
                        Cite(slice, condition.Rules & effective)
                    )),
            ],
            Route = Route(slice, effective),
            Dues = [.. Bits(dues).Select(i => (slice.Dues[i], Cite(slice, slice.Dues[i].Rules & effective)))],
            Stops =
            [
                .. Effects<StopEffect>(slice, effective)
                    .GroupBy(found => found.Effect.Duty.Text)
                    .Select(group => new StoppedDuty(group.Key, Citations(group))),
            ],
            Walls = Walls(slice, effective),
            Registers =
            [
                .. Effects<RegisterEffect>(slice, effective)
                    .GroupBy(found => found.Effect.Register.Text)
                    .Select(group => new KeptRegister(group.Key, Citations(group))),
            ],
            Publications =
            [
                .. Effects<PublishEffect>(slice, effective)
                    .GroupBy(found => (What: found.Effect.What.Text, Who: found.Effect.Who.ToString()))
                    .Select(group => new Publication(group.Key.What, group.First().Effect.Who, Citations(group))),
            ],
        };
    }

    private List<Wall> Walls(Slice slice, ulong effective) =>
        [
            .. Effects<WallEffect>(slice, effective)
                .GroupBy(found => (found.Effect.Part, found.Effect.Visible, Who: found.Effect.Who.ToString()))
                .Select(group => new Wall(group.Key.Part, group.Key.Visible, group.First().Effect.Who, Citations(group))),
        ];

    private DecisionParts Silent(DecisionParts parts, Slice? slice, ulong candidates)
    {
        IReadOnlyList<Guidance> nearest =
            gap is { NearestNorms.Count: > 0 } ? [.. gap.NearestNorms.SelectMany(norm => GuidanceOf(norm.Text, slice, candidates))]
            : slice is null ? []
            : Guidance(slice, candidates);
        return parts with { Gap = gap, Nearest = nearest, Ask = gap?.Ask ?? DefaultAsk() };
    }

    // A norm may speak of several acts. What it says of this one comes nearest; else what it says first.
    private IEnumerable<Guidance> GuidanceOf(string norm, Slice? slice, ulong candidates)
    {
        var found = protocol.Norms.FirstOrDefault(candidate => candidate.Id == norm);
        if (found is null)
        {
            return [];
        }

        var ofThisAct = slice is null
            ? []
            : Effects<ShowEffect>(slice, candidates)
                .Where(shown => shown.Norm == norm)
                .Select(shown => shown.Effect.Text)
                .Distinct()
                .ToList();
        if (ofThisAct.Count > 0)
        {
            return ofThisAct.Select(text => new Guidance(text, protocol.Cite(norm)));
        }

        var first = found.Rules.OrderBy(rule => rule.At.Line).SelectMany(rule => rule.Effects.OfType<ShowEffect>()).FirstOrDefault();
        return [new Guidance(first?.Text ?? found.Clause.Prose, protocol.Cite(norm))];
    }

    // Comity's safeguard: a question that no text answers goes to the officer whom the law makes guardian of lawful conduct
    // (Local Government and Housing Act 1989, s.5).
    private Who? DefaultAsk() =>
        protocol.Vocabulary.Roles.ContainsKey("monitoring-officer")
            ? new Who([new WhoTerm(new Name("monitoring-officer", default), null)], false, null)
            : null;

    private ulong Deciding(Slice slice, ulong effective, Outcome outcome)
    {
        // What should not be done either is a further ground for a no.
        if (outcome == Outcome.Forbidden)
        {
            return effective & (slice.Forbids | slice.Advises);
        }

        if (outcome == Outcome.ShouldNot)
        {
            return effective & slice.Advises;
        }

        var deciding = effective & slice.OtherEffects & ~MaskOf<DueEffect>(slice);
        foreach (var condition in slice.Conditions)
        {
            deciding |= condition.Rules & effective;
        }

        foreach (var due in Bits(slice.ActiveDues(effective)))
        {
            deciding |= slice.Dues[due].Rules & effective;
        }

        var steps = slice.ActiveSteps(effective);
        var remaining = RouteOrder.Of(slice, steps, encoded.Stage);
        return remaining.Aggregate(deciding, (mask, found) => mask | (slice.Steps[found.Step].Rules & effective));
    }

    private List<RouteStep> Route(Slice slice, ulong effective) =>
        RouteOrder.Of(slice, slice.ActiveSteps(effective), encoded.Stage, rules => Cite(slice, rules & effective));

    private OverriddenNorm[] Overridden(Slice slice, Verdict verdict) =>
        [
            .. Bits(verdict.Overridden)
                .GroupBy(rule => slice.Rules[rule].Norm)
                .Select(group => new OverriddenNorm(
                    protocol.Cite(group.Key),
                    Cite(slice, group.Aggregate(0UL, (mask, rule) => mask | OverridersOf(slice, verdict.InForce, rule)))
                )),
        ];

    private static ulong OverridersOf(Slice slice, ulong inForce, int rule) =>
        Bits(inForce & slice.HasDespite)
            .Where(other => (slice.DespiteOf[other] & (1UL << rule)) != 0)
            .Aggregate(0UL, (mask, other) => mask | (1UL << other));

    // A presumption was used when taking it away would leave a rule undecided, or an override hanging.
    private List<UsedPresumption> Presumptions(Slice slice, Verdict verdict)
    {
        var found = new List<UsedPresumption>();
        foreach (var fact in slice.Facts.Where(fact => (fact.Atoms & encoded.Presumed) != 0))
        {
            slice.States(encoded.Candidates, encoded.True & ~fact.Atoms, encoded.False & ~fact.Atoms, out var inForce, out var undecided);
            if (inForce != verdict.InForce || undecided != verdict.Undecided)
            {
                found.Add(new UsedPresumption(fact.Fact, fact.Fact.Presumption!));
            }
        }

        return found;
    }

    private List<Clash> Touched(Slice slice, ulong inForce)
    {
        var norms = Bits(inForce).Select(rule => slice.Rules[rule].Norm).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. protocol.Files.SelectMany(file => file.Clashes).Where(clash => clash.Between.Count(norm => norms.Contains(norm.Text)) > 1),
        ];
    }

    private List<Guidance> Guidance(Slice slice, ulong rules) =>
        [.. Effects<ShowEffect>(slice, rules).Select(found => new Guidance(found.Effect.Text, protocol.Cite(found.Norm))).Distinct()];

    private IReadOnlyList<Citation> Cite(Slice slice, ulong rules) =>
        [.. Bits(rules).Select(rule => slice.Rules[rule].Norm).Distinct(StringComparer.Ordinal).Select(protocol.Cite)];

    private List<Citation> Citations<T>(IEnumerable<(string Norm, T Effect)> found) =>
        [.. found.Select(item => item.Norm).Distinct(StringComparer.Ordinal).Select(protocol.Cite)];

    private static IEnumerable<(string Norm, T Effect)> Effects<T>(Slice slice, ulong rules)
        where T : Effect =>
        Bits(rules).SelectMany(rule => slice.Rules[rule].Effects.OfType<T>().Select(effect => (slice.Rules[rule].Norm, effect)));

    // The rules all of whose actionable effects, routes and conditions apart, are of one kind.
    private static ulong MaskOf<T>(Slice slice)
        where T : Effect
    {
        ulong mask = 0;
        for (var i = 0; i < slice.Rules.Length; i++)
        {
            var effects = slice.Rules[i].Effects;
            var has = effects.Any(effect => effect is T);
            var only =
                typeof(T) != typeof(DueEffect)
                || effects.All(effect => effect is T or RequireEffect or RouteEffect || !effect.IsActionable);
            mask |= has && only ? 1UL << i : 0;
        }

        return mask;
    }

    internal static IEnumerable<int> Bits(ulong mask)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            yield return BitOperations.TrailingZeroCount(mask);
        }
    }
}
