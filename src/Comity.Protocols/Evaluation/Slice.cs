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

    public required ulong Unconditional { get; init; }

    public required ulong[] DespiteOf { get; init; }

    public required ulong HasDespite { get; init; }

    public required ulong Forbids { get; init; }

    public required ulong Advises { get; init; }

    /// <summary>Rules with an effect other than a route, a condition or guidance.</summary>
    public required ulong OtherEffects { get; init; }

    /// <summary>Rules that can matter to an answer: they do more than guide, or they override.</summary>
    public required ulong Material { get; init; }

    public required SliceCondition[] Conditions { get; init; }

    public required SliceDue[] Dues { get; init; }

    /// <summary>For each due the rules that stop its duty.</summary>
    public required ulong[] StopsOf { get; init; }

    public required SliceStep[] Steps { get; init; }

    public required string[] Stages { get; init; }

    public required SliceFact[] Facts { get; init; }

    // The place in Facts of the fact behind each bit.
    public required byte[] FactOfAtom { get; init; }

    // The place in Facts by the fact's index in the vocabulary, or -1.
    public required short[] FactOfIndex { get; init; }

    public required ulong DefaultTrue { get; init; }

    public required ulong DefaultFalse { get; init; }

    public required ulong DefaultPresumed { get; init; }

    public void States(ulong candidates, ulong yes, ulong no, out ulong inForce, out ulong undecided)
    {
        inForce = candidates & Unconditional;
        undecided = 0;
        var conjuncts = Conjuncts;
        var starts = Starts;
        for (var rest = candidates & ~Unconditional; rest != 0; rest &= rest - 1)
        {
            var rule = BitOperations.TrailingZeroCount(rest);
            var open = false;
            var holds = false;
            for (var i = starts[rule]; i < starts[rule + 1]; i++)
            {
                ref readonly var conjunct = ref conjuncts[i];
                if ((conjunct.MustBeTrue & ~yes) == 0 && (conjunct.MustBeFalse & ~no) == 0)
                {
                    holds = true;
                    break;
                }

                open |= ((conjunct.MustBeTrue & no) | (conjunct.MustBeFalse & yes)) == 0;
            }

            var bit = 1UL << rule;
            if (holds)
            {
                inForce |= bit;
            }
            else if (open)
            {
                undecided |= bit;
            }
        }
    }

    /// <summary>The rules in force that a rule in force overrides. A rule that is overridden itself still overrides: the last word says what holds.</summary>
    public ulong Overridden(ulong inForce)
    {
        ulong overridden = 0;
        for (var rest = inForce & HasDespite; rest != 0; rest &= rest - 1)
        {
            overridden |= DespiteOf[BitOperations.TrailingZeroCount(rest)];
        }

        return overridden & inForce;
    }

    public Verdict Evaluate(in EncodedSituation situation)
    {
        States(situation.Candidates, situation.True, situation.False, out var inForce, out var undecided);
        var overridden = Overridden(inForce);
        if (Fault is not null || situation.Stage == -2)
        {
            return new Verdict(Outcome.CannotTell, inForce, overridden, undecided);
        }

        var signature = Sign(inForce & ~overridden, situation.True, situation.Stage);
        if ((undecided & Material) == 0 || IsSettled(in situation, situation.True, situation.False))
        {
            // Settled: whatever the missing facts are, the answer is that of any one completion.
            if ((undecided & Material) != 0)
            {
                signature = AnyCompletion(in situation, situation.True, situation.False);
            }

            return new Verdict(signature.Outcome, inForce, overridden, undecided);
        }

        return new Verdict(Outcome.NeedsFacts, inForce, overridden, undecided);
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
        var outcome =
            (effective & Advises) != 0 ? Outcome.ShouldNot
            : open != 0 ? Outcome.PermittedOnCondition
            : steps != 0 ? Outcome.Referred
            : conditions != 0 ? Outcome.PermittedOnCondition
            : (effective & OtherEffects) != 0 ? Outcome.Permitted
            : Outcome.Silent;
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
