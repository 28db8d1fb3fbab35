namespace Comity.Protocols.Analysis;

/// <summary>An outcome that holds whatever the facts are that are still open.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="IsOpen">True when one of its conditions is not met.</param>
/// <param name="Rules">The rules that bring it about.</param>
internal readonly record struct WeighedAnswer(Outcome Outcome, bool IsOpen, ulong Rules)
{
    public static WeighedAnswer Silent { get; } = new(Outcome.Silent, false, 0);

    /// <summary>Weighs the rules in the order in which outcomes prevail, and stops as soon as no open fact can change the outcome.</summary>
    /// <param name="view">The rules of an act and the facts settled so far.</param>
    /// <param name="space">The facts.</param>
    /// <param name="answer">The outcome, when there is one.</param>
    /// <param name="axis">Otherwise the fact on which it depends.</param>
    public static bool TryWeigh(in View view, FactSpace space, out WeighedAnswer answer, out int axis)
    {
        var slice = view.Slice;
        axis = -1;
        answer = Silent;
        if (slice.Fault is not null)
        {
            answer = new WeighedAnswer(Outcome.CannotTell, false, 0);
            return true;
        }

        return IsSettled(in view, space, slice.Forbids, Outcome.Forbidden, ref answer, ref axis)
            || (axis < 0 && IsSettled(in view, space, slice.Advises, Outcome.ShouldNot, ref answer, ref axis))
            || (axis < 0 && HasOpenCondition(in view, space, ref answer, ref axis))
            || (axis < 0 && HasStep(in view, space, ref answer, ref axis))
            || (axis < 0 && IsSettled(in view, space, slice.HasConditions, Outcome.PermittedOnCondition, ref answer, ref axis))
            || (axis < 0 && IsSettled(in view, space, slice.OtherEffects, Outcome.Permitted, ref answer, ref axis))
            || axis < 0;
    }

    private static bool IsSettled(in View view, FactSpace space, ulong rules, Outcome outcome, ref WeighedAnswer answer, ref int axis)
    {
        if ((view.Sure & rules) is not 0 and var sure)
        {
            answer = new WeighedAnswer(outcome, false, sure);
            return true;
        }

        if (view.Next(rules) is not 0 and var open)
        {
            axis = space.AxisFor(in view, open);
        }

        return false;
    }

    private static bool HasOpenCondition(in View view, FactSpace space, ref WeighedAnswer answer, ref int axis)
    {
        ulong sure = 0;
        foreach (var condition in view.Slice.Conditions)
        {
            sure |= condition.MetBit == 0 || (condition.MetBit & view.False) != 0 ? condition.Rules & view.Sure : 0;
        }

        if (sure != 0)
        {
            answer = new WeighedAnswer(Outcome.PermittedOnCondition, true, sure);
            return true;
        }

        foreach (var condition in view.Slice.Conditions)
        {
            if ((view.Possible & condition.Rules) == 0 || (condition.MetBit & view.True) != 0)
            {
                continue;
            }

            axis =
                (view.Sure & condition.Rules) == 0
                    ? space.AxisFor(in view, view.Next(condition.Rules))
                    : space.AxisOfTest(in view, condition.MetBit);
            return false;
        }

        return false;
    }

    private static bool HasStep(in View view, FactSpace space, ref WeighedAnswer answer, ref int axis)
    {
        var slice = view.Slice;
        if ((view.Possible & slice.HasSteps) == 0)
        {
            return false;
        }

        if (view.Stage == View.StageOpen)
        {
            axis = space.StageAxis;
            return false;
        }

        var rules = slice.HasSteps;
        if (view.Stage >= 0)
        {
            rules = 0;
            foreach (var step in slice.Steps)
            {
                rules |= step.After == view.Stage ? step.Rules : 0;
            }
        }

        return IsSettled(in view, space, rules, Outcome.Referred, ref answer, ref axis);
    }
}
