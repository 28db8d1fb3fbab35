using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>
/// Compares what two protocols say about one act, in every situation that the rules of either can tell apart. Facts are settled one after the other, and
/// only while an answer depends on them, so that the facts left open at an end of the walk stand for all their values at once.
/// </summary>
internal sealed class ActComparison
{
    private readonly Vocabulary vocabulary;
    private readonly Slice? one;
    private readonly Slice? other;
    private readonly FactSpace space;
    private readonly AnswerElement[] elements;
    private readonly int[] chosen;
    private readonly Dictionary<DifferenceKey, Group> groups = [];
    private readonly Dictionary<(Slice, ulong, int), string> routes = [];
    private Casting casting = null!;

    private ActComparison(Vocabulary vocabulary, Slice? one, Slice? other)
    {
        this.vocabulary = vocabulary;
        this.one = one;
        this.other = other;
        space = new FactSpace(vocabulary, one, other);
        elements = AnswerElement.Of(one, other);
        chosen = new int[space.Axes.Length];
        Array.Fill(chosen, -1);
    }

    private delegate void Visitor(in Known known, int cost, long count);

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
        foreach (var cast in Castings.Of(vocabulary, one, other))
        {
            casting = cast;
            Visit(Known.Nothing, cast.Cost, space.Size);
        }

        return groups
            .Select(group => Make(group.Key, group.Value))
            .OrderBy(difference => difference.Unusual)
            .ThenBy(difference => difference.Situation.Facts.Count)
            .ThenBy(difference => difference.Kind)
            .ThenBy(difference => difference.What, StringComparer.Ordinal)
            .ThenBy(difference => difference.Situation.ToCanonicalText(), StringComparer.Ordinal);
    }

    private Difference Make(DifferenceKey key, Group group)
    {
        var situation = SituationMaker.Make(vocabulary, space, group.Casting, group.Chosen);
        var what = key.Kind is DifferenceKind.Outcome or DifferenceKind.Route ? "" : key.TextOne + key.TextOther;
        return new Difference(
            situation.Act,
            key.Kind,
            what,
            key.TextOne.Length > 0,
            situation,
            group.Count,
            group.Cost / AxisValue.OfUnusual
        );
    }

    private View ViewOne(in Known known) => new(one!, casting.One, known.TrueOne, known.FalseOne, known.StageOne);

    private View ViewOther(in Known known) => new(other!, casting.Other, known.TrueOther, known.FalseOther, known.StageOther);

    private void Visit(in Known known, int cost, long count)
    {
        var answer = WeighedAnswer.Silent;
        var otherAnswer = WeighedAnswer.Silent;
        if (
            (one is not null && !WeighedAnswer.TryWeigh(ViewOne(in known), space, out answer, out var axis))
            || (other is not null && !WeighedAnswer.TryWeigh(ViewOther(in known), space, out otherAnswer, out axis))
        )
        {
            Branch(axis, in known, cost, count, Visit);
        }
        else if (answer.Outcome != otherAnswer.Outcome || answer.IsOpen != otherAnswer.IsOpen)
        {
            Record(new DifferenceKey(DifferenceKind.Outcome, answer, otherAnswer, "", ""), cost, count);
        }
        else if (answer.Outcome is not (Outcome.Forbidden or Outcome.CannotTell))
        {
            VisitRoute(in known, cost, count);
            foreach (var element in elements)
            {
                VisitElement(element, in known, cost, count);
            }
        }
    }

    private void Branch(int axis, in Known known, int cost, long count, Visitor next)
    {
        var values = space.Axes[axis].Values;
        for (var i = 0; i < values.Length; i++)
        {
            chosen[axis] = i;
            next(known.With(in values[i]), cost + values[i].Cost, count / values.Length);
        }

        chosen[axis] = -1;
    }

    private void VisitRoute(in Known known, int cost, long count)
    {
        var (text, otherText, axis) = ("", "", -1);
        if (
            (one is not null && !TryRoute(ViewOne(in known), out text, out axis))
            || (other is not null && !TryRoute(ViewOther(in known), out otherText, out axis))
        )
        {
            Branch(axis, in known, cost, count, VisitRoute);
        }
        else if (text != otherText)
        {
            Record(new DifferenceKey(DifferenceKind.Route, default, default, text, otherText), cost, count);
        }
    }

    private bool TryRoute(in View view, out string text, out int axis)
    {
        (text, axis) = ("", -1);
        if ((view.Possible & view.Slice.HasSteps) == 0)
        {
            return true;
        }

        if (view.Stage == View.StageOpen)
        {
            axis = space.StageAxis;
            return false;
        }

        if (view.Next(view.Slice.HasSteps) is not 0 and var open)
        {
            axis = space.AxisFor(in view, open);
            return false;
        }

        var key = (view.Slice, view.Slice.ActiveSteps(view.Sure), view.Stage);
        if (!routes.TryGetValue(key, out text!))
        {
            var (slice, steps, stage) = key;
            routes[key] = text = string.Join(
                ", ",
                RouteOrder.Of(slice, steps, stage).Select(found => $"{found.Level} {slice.Steps[found.Step].Who}")
            );
        }

        return true;
    }

    private void VisitElement(AnswerElement element, in Known known, int cost, long count)
    {
        var (has, otherHas, axis) = (false, false, -1);
        if (
            (one is not null && element.One != 0 && !TryElement(element, element.One, ViewOne(in known), out has, out axis))
            || (other is not null && element.Other != 0 && !TryElement(element, element.Other, ViewOther(in known), out otherHas, out axis))
        )
        {
            Branch(
                axis,
                in known,
                cost,
                count,
                (in Known next, int nextCost, long nextCount) => VisitElement(element, in next, nextCost, nextCount)
            );
        }
        else if (has != otherHas)
        {
            Record(new DifferenceKey(element.Kind, default, default, has ? element.Text : "", otherHas ? element.Text : ""), cost, count);
        }
    }

    private bool TryElement(AnswerElement element, ulong rules, in View view, out bool has, out int axis)
    {
        (has, axis) = (false, -1);
        if ((view.Possible & rules) == 0)
        {
            return true;
        }

        var relevant = element.Kind == DifferenceKind.Due ? rules | RelatedDues(view.Slice, rules) : rules;
        if ((element.Kind == DifferenceKind.Due || (view.Sure & rules) == 0) && view.Next(relevant) is not 0 and var open)
        {
            axis = space.AxisFor(in view, open);
            return false;
        }

        has = element.Kind == DifferenceKind.Due ? Runs(element, in view) : (view.Sure & rules) != 0;
        return true;
    }

    // A clock does not run when its duty is stopped, and an arrangement's gives way to another number for the duty.
    private static ulong RelatedDues(Slice slice, ulong rules)
    {
        ulong related = 0;
        for (var i = 0; i < slice.Dues.Length; i++)
        {
            if ((slice.Dues[i].Rules & rules) == 0)
            {
                continue;
            }

            related |= slice.StopsOf[i];
            foreach (var due in slice.Dues)
            {
                related |= due.Duty == slice.Dues[i].Duty ? due.Rules : 0;
            }
        }

        return related;
    }

    private static bool Runs(AnswerElement element, in View view)
    {
        var slice = view.Slice;
        foreach (var due in DecisionBuilder.Bits(slice.ActiveDues(view.Sure)))
        {
            if ($"{slice.Dues[due].Duty} {slice.Dues[due].Clock}" == element.Text)
            {
                return true;
            }
        }

        return false;
    }

    private void Record(DifferenceKey key, int cost, long count)
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups[key] = group = new Group { Casting = casting };
        }

        group.Count += count;
        if (cost < group.Cost)
        {
            group.Cost = cost;
            group.Casting = casting;
            group.Chosen = [.. chosen];
        }
    }

    private sealed class Group
    {
        public int Cost { get; set; } = int.MaxValue;

        public long Count { get; set; }

        public required Casting Casting { get; set; }

        public int[] Chosen { get; set; } = [];
    }
}
