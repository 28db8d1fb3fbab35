using System.Numerics;

namespace Comity.Protocols.Evaluation;

/// <summary>All the rules that speak about one act, as bit masks. Immutable after it is compiled.</summary>
internal sealed class Slice
{
    // Completions of a situation that are tried before it counts as unsettled; real slices need a few dozen.
    private const int MostCompletions = 4096;

    public required string Act { get; init; }

    /// <summary>The rules in their canonical order: layer, norm in natural order, wording. A rule's place is its bit.</summary>
    public required Rule[] Rules { get; init; }

    /// <summary>Why the act cannot be decided, or null.</summary>
    public string? Fault { get; init; }

    public required ulong[] ByRole { get; init; }

    public required ulong ByAnyone { get; init; }

    public required ulong[] ToRole { get; init; }

    public required ulong ToAnyone { get; init; }

    public required ulong[] AboutRole { get; init; }

    public required ulong AboutAnyone { get; init; }

    public required Conjunct[] Conjuncts { get; init; }

    // The conjuncts of rule r are those from Starts[r] to before Starts[r + 1].
    public required int[] Starts { get; init; }

    /// <summary>The same conjuncts in the form in which they are weighed.</summary>
    public required ConditionTable Table { get; init; }

    public required ulong[] DespiteOf { get; init; }

    public required ulong HasDespite { get; init; }

    /// <summary>The rules of <see cref="HasDespite"/> one by one.</summary>
    public required OverridingRule[] Overriding { get; init; }

    public required ulong Forbids { get; init; }

    public required ulong Advises { get; init; }

    /// <summary>Rules with an effect other than a route, a condition or guidance.</summary>
    public required ulong OtherEffects { get; init; }

    /// <summary>Rules that can matter to an answer: they do more than guide, or they override.</summary>
    public required ulong Material { get; init; }

    public required SliceCondition[] Conditions { get; init; }

    /// <summary>The rules that make a condition.</summary>
    public required ulong HasConditions { get; init; }

    public required SliceDue[] Dues { get; init; }

    /// <summary>For each due the rules that stop its duty.</summary>
    public required ulong[] StopsOf { get; init; }

    public required SliceStep[] Steps { get; init; }

    /// <summary>The rules that give a step of a route.</summary>
    public required ulong HasSteps { get; init; }

    public required string[] Stages { get; init; }

    public required SliceFact[] Facts { get; init; }

    // The place in Facts of the fact behind each bit.
    public required byte[] FactOfAtom { get; init; }

    /// <summary>How the answers to each fact become bits.</summary>
    public required AnswerTable Answers { get; init; }

    /// <summary>Rules that hold on some days only.</summary>
    public required DatedRule[] Dated { get; init; }

    public required ulong DefaultTrue { get; init; }

    public required ulong DefaultFalse { get; init; }

    public required ulong DefaultPresumed { get; init; }

    /// <summary>Turns a situation into bits.</summary>
    /// <param name="situation">A situation with this act, in the vocabulary of the rules.</param>
    /// <param name="stages">The stages of all routes of the protocol.</param>
    public EncodedSituation Encode(Situation situation, HashSet<string> stages)
    {
        var (yes, no, presumed, stage) = (DefaultTrue, DefaultFalse, DefaultPresumed, -1);
        var answers = situation.Choices;
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i].Choice < 0 && situation.AnswersInOrder[i].Stage is { } name)
            {
                stage = Array.IndexOf(Stages, name);
                stage = stage < 0 && !stages.Contains(name) ? -2 : stage;
            }

            if (Answers.TryGet(situation, i, answers[i], out var atoms, out var answered))
            {
                yes = (yes & ~atoms) | answered;
                no = (no & ~atoms) | (atoms & ~answered);
                presumed &= ~atoms;
            }
        }

        var candidates =
            Fitting(ByAnyone, ByRole, situation.ByIndexes)
            & Fitting(ToAnyone, ToRole, situation.ToIndexes)
            & Fitting(AboutAnyone, AboutRole, situation.AboutIndexes)
            & ~NotHolding(situation.On);
        return new EncodedSituation(this, candidates, yes, no, presumed, stage);
    }

    // Without a day every text holds as it stands now.
    internal ulong NotHolding(DateOnly? on)
    {
        ulong mask = 0;
        if (on is { } day)
        {
            foreach (ref readonly var rule in Dated.AsSpan())
            {
                mask |= rule.HoldsOn(day) ? 0 : 1UL << rule.Place;
            }
        }

        return mask;
    }

    public void States(ulong candidates, ulong yes, ulong no, out ulong inForce, out ulong undecided)
    {
        inForce = candidates & Table.Holding(yes, no);

        // Where every test is known nothing can be undecided.
        undecided = (Table.Atoms & ~(yes | no)) == 0 ? 0 : candidates & ~inForce & Table.Possible(yes, no);
    }

    /// <summary>The rules in force that a rule in force overrides. A rule that is overridden itself still overrides: the last word says what holds.</summary>
    public ulong Overridden(ulong inForce)
    {
        ulong overridden = 0;
        foreach (ref readonly var rule in Overriding.AsSpan())
        {
            // All ones when the rule is in force, otherwise none: a choice without a branch.
            overridden |= rule.Despite & unchecked(0 - ((inForce >> rule.Place) & 1));
        }

        return overridden & inForce;
    }

    public Verdict Evaluate(in EncodedSituation situation)
    {
        States(situation.Candidates, situation.True, situation.False, out var inForce, out var undecided);
        var overridden = Overridden(inForce);
        var outcome =
            Fault is not null || situation.Stage == -2 ? Outcome.CannotTell
            : (undecided & Material) == 0 ? OutcomeOf(inForce & ~overridden, situation.True, situation.Stage)
            : OutcomeWhileFactsAreMissing(in situation);
        return new Verdict(outcome, inForce, overridden, undecided);
    }

    /// <summary>True when the facts that are not known cannot change the answer.</summary>
    public bool IsSettled(in EncodedSituation situation, ulong yes, ulong no)
    {
        Signature first = default;
        var found = false;
        var budget = MostCompletions;
        return Explore(situation.Candidates, situation.Stage, yes, no, ref first, ref found, ref budget);
    }

    public Signature AnyCompletion(in EncodedSituation situation, ulong yes, ulong no)
    {
        while (true)
        {
            States(situation.Candidates, yes, no, out var inForce, out var undecided);
            if ((undecided & Material) == 0)
            {
                return Sign(inForce & ~Overridden(inForce), yes, situation.Stage);
            }

            var value = Facts[FirstOpenFact(undecided & Material, yes, no)].Classes[0];
            yes |= value.True;
            no |= value.False;
        }
    }

    public Signature Sign(ulong effective, ulong yes, int stage)
    {
        if ((effective & Forbids) != 0)
        {
            return new Signature(Outcome.Forbidden, 0, 0, 0, 0);
        }

        ulong conditions = 0;
        ulong open = 0;
        for (var i = 0; i < Conditions.Length; i++)
        {
            var condition = Conditions[i];
            if ((condition.Rules & effective) != 0)
            {
                conditions |= 1UL << i;
                open |= (condition.MetBit & yes) == 0 ? 1UL << i : 0;
            }
        }

        var dues = ActiveDues(effective);
        var steps = FirstSteps(effective, stage);
        var outcome = Weigh(effective, isOpen: open != 0, hasSteps: steps != 0);
        return new Signature(outcome, conditions, open, dues, steps);
    }

    /// <summary>The clocks that run: not stopped, and an arrangement's only where nothing else gives a date for the duty.</summary>
    public ulong ActiveDues(ulong effective)
    {
        ulong dues = 0;
        for (var i = 0; i < Dues.Length; i++)
        {
            if ((Dues[i].Rules & effective) != 0 && (StopsOf[i] & effective) == 0)
            {
                dues |= 1UL << i;
            }
        }

        for (var i = 0; i < Dues.Length; i++)
        {
            if ((dues & (1UL << i)) != 0 && Dues[i].IsArrangement && IsDatedElsewhere(Dues[i].Duty, dues))
            {
                dues &= ~(1UL << i);
            }
        }

        return dues;
    }

    /// <summary>The steps of the rules in force that are part of the route: an arrangement's only where nothing else stands at its place.</summary>
    public ulong ActiveSteps(ulong effective)
    {
        ulong steps = 0;
        for (var i = 0; i < Steps.Length; i++)
        {
            steps |= (Steps[i].Rules & effective) != 0 ? 1UL << i : 0;
        }

        for (var i = 0; i < Steps.Length; i++)
        {
            if ((steps & (1UL << i)) != 0 && Steps[i].IsArrangement && IsWrittenElsewhere(Steps[i].After, steps))
            {
                steps &= ~(1UL << i);
            }
        }

        return steps;
    }

    /// <summary>The steps with which the route begins, given the stage that has been tried.</summary>
    public ulong FirstSteps(ulong effective, int stage)
    {
        if (Steps.Length == 0)
        {
            return 0;
        }

        var active = ActiveSteps(effective);
        ulong first = 0;
        for (var rest = active; rest != 0; rest &= rest - 1)
        {
            var i = BitOperations.TrailingZeroCount(rest);
            var after = Steps[i].After;
            first |= stage >= 0 ? (after == stage ? 1UL << i : 0) : (after < 0 || !HasStage(after, active) ? 1UL << i : 0);
        }

        return first;
    }

    /// <summary>False when the conditions of two rules contradict each other on their face.</summary>
    public bool MayMeet(int one, int other)
    {
        for (var i = Starts[one]; i < Starts[one + 1]; i++)
        {
            for (var j = Starts[other]; j < Starts[other + 1]; j++)
            {
                if (!Conjuncts[i].And(Conjuncts[j]).IsContradiction)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The first fact, in the order of the vocabulary's facts, on which one of the undecided rules waits.</summary>
    public int FirstOpenFact(ulong undecided, ulong yes, ulong no) =>
        FactOfAtom[BitOperations.TrailingZeroCount(OpenAtoms(undecided & (~undecided + 1), yes, no))];

    /// <summary>The tests on which the undecided rules wait.</summary>
    public ulong OpenAtoms(ulong undecided, ulong yes, ulong no)
    {
        ulong atoms = 0;
        for (var rest = undecided; rest != 0; rest &= rest - 1)
        {
            var rule = BitOperations.TrailingZeroCount(rest);
            for (var i = Starts[rule]; i < Starts[rule + 1]; i++)
            {
                if (((Conjuncts[i].MustBeTrue & no) | (Conjuncts[i].MustBeFalse & yes)) == 0)
                {
                    atoms |= Conjuncts[i].Atoms;
                }
            }
        }

        return atoms & ~yes & ~no;
    }

    // The outcome alone, without the rest of the signature.
    private Outcome OutcomeOf(ulong effective, ulong yes, int stage)
    {
        ulong open = 0;
        if ((effective & HasConditions) != 0)
        {
            foreach (var condition in Conditions)
            {
                open |= (condition.MetBit & yes) == 0 ? condition.Rules : 0;
            }
        }

        return Weigh(effective, (open & effective) != 0, (effective & HasSteps) != 0 && FirstSteps(effective, stage) != 0);
    }

    // The first that applies, found by its bit: the outcome of a random situation is no more to be foreseen than its rules.
    private Outcome Weigh(ulong effective, bool isOpen, bool hasSteps)
    {
        var applies =
            ((effective & Forbids) != 0 ? 1 : 0)
            | ((effective & Advises) != 0 ? 2 : 0)
            | (isOpen ? 4 : 0)
            | (hasSteps ? 8 : 0)
            | ((effective & HasConditions) != 0 ? 16 : 0)
            | ((effective & OtherEffects) != 0 ? 32 : 0)
            | 64;
        return (Outcome)InOrder[BitOperations.TrailingZeroCount(applies)];
    }

    private static ReadOnlySpan<byte> InOrder =>
        [
            (byte)Outcome.Forbidden,
            (byte)Outcome.ShouldNot,
            (byte)Outcome.PermittedOnCondition,
            (byte)Outcome.Referred,
            (byte)Outcome.PermittedOnCondition,
            (byte)Outcome.Permitted,
            (byte)Outcome.Silent,
        ];

    // Settled: whatever the missing facts are, the answer is that of any one completion.
    private Outcome OutcomeWhileFactsAreMissing(in EncodedSituation situation) =>
        IsSettled(in situation, situation.True, situation.False)
            ? AnyCompletion(in situation, situation.True, situation.False).Outcome
            : Outcome.NeedsFacts;

    private static ulong Fitting(ulong anyone, ulong[] byRole, ReadOnlySpan<short> roles)
    {
        var fitting = anyone;
        foreach (var role in roles)
        {
            fitting |= byRole[role];
        }

        return fitting;
    }

    private bool Explore(ulong candidates, int stage, ulong yes, ulong no, ref Signature first, ref bool found, ref int budget)
    {
        States(candidates, yes, no, out var inForce, out var undecided);
        undecided &= Material;
        Signature signature;
        if (undecided == 0)
        {
            signature = Sign(inForce & ~Overridden(inForce), yes, stage);
        }
        else if ((inForce & Forbids & ~Overridden(inForce | (undecided & HasDespite))) != 0)
        {
            // Forbidden whatever else comes: nothing that is in force or may come into force overrides it.
            signature = new Signature(Outcome.Forbidden, 0, 0, 0, 0);
        }
        else
        {
            if (--budget < 0)
            {
                return false;
            }

            foreach (var value in ClassesOf(FirstOpenFact(undecided, yes, no)))
            {
                if (!Explore(candidates, stage, yes | value.True, no | value.False, ref first, ref found, ref budget))
                {
                    return false;
                }
            }

            return true;
        }

        if (!found)
        {
            (first, found) = (signature, true);
            return true;
        }

        return first == signature;
    }

    // An array: walking it allocates nothing.
    private ReadOnlySpan<FactClass> ClassesOf(int fact) => Facts[fact].Classes;

    private bool HasStage(int stage, ulong steps)
    {
        for (var rest = steps; rest != 0; rest &= rest - 1)
        {
            if (Steps[BitOperations.TrailingZeroCount(rest)].Stage == stage)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDatedElsewhere(string duty, ulong dues)
    {
        for (var rest = dues; rest != 0; rest &= rest - 1)
        {
            var due = Dues[BitOperations.TrailingZeroCount(rest)];
            if (!due.IsArrangement && due.Duty == duty && due.Clock.HasNumber)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWrittenElsewhere(int after, ulong steps)
    {
        for (var rest = steps; rest != 0; rest &= rest - 1)
        {
            var step = Steps[BitOperations.TrailingZeroCount(rest)];
            if (!step.IsArrangement && step.After == after)
            {
                return true;
            }
        }

        return false;
    }
}
