using System.Numerics;

namespace Comity.Protocols.Analysis;

/// <summary>Checks the rules that speak about one act.</summary>
internal sealed class SliceCheck
{
    private readonly Protocol protocol;
    private readonly Slice slice;
    private readonly CheckFindings found;
    private readonly SettledNorms settled;
    private readonly Lazy<Reach> reach;

    public SliceCheck(Protocol protocol, SettledNorms settled, Slice slice, CheckFindings found)
    {
        this.protocol = protocol;
        this.settled = settled;
        this.slice = slice;
        this.found = found;
        reach = new Lazy<Reach>(() => new Reach(protocol.Vocabulary, slice));
    }

    public void Run()
    {
        for (var i = 0; i < slice.Rules.Length; i++)
        {
            CheckEffect(i);
            CheckDespite(i);
            CheckSubjectTo(i);
            CheckUnless(i);
        }

        CheckContradictions();
        CheckSteps();
    }

    private void CheckEffect(int place)
    {
        var rule = slice.Rules[place];
        var bit = 1UL << place;
        var mustNotBeForbidden = rule.IsActionable && (slice.Forbids & bit) == 0;
        if (Exists(bit, mustNotBeForbidden ? bit | slice.Forbids : bit, (in View view) => Matters(in view, bit, mustNotBeForbidden)))
        {
            found.Clear(DiagnosticKinds.RuleWithoutEffect, rule, "");
        }
        else if (!reach.Value.Exists(bit, bit, (in View view) => InForce(in view, bit)))
        {
            Suspect(
                rule,
                $"a rule of `{rule.Norm}` never holds: no situation meets all its conditions",
                "mend the condition, or take the rule out"
            );
        }
        else if (!Exists(bit, bit, (in View view) => AllHaveEffect(in view, bit)))
        {
            Suspect(
                rule,
                $"a rule of `{rule.Norm}` is overridden in every situation in which it holds",
                "narrow what overrides it, or take the rule out"
            );
        }
        else
        {
            Suspect(
                rule,
                $"a rule of `{rule.Norm}` changes no answer: whenever it holds another rule forbids the act",
                "narrow the rule that forbids, or take this one out"
            );
        }
    }

    private Judgement Matters(in View view, ulong rule, bool mustNotBeForbidden) =>
        mustNotBeForbidden ? HasEffectAndIsNotForbidden(in view, rule) : AllHaveEffect(in view, rule);

    private bool Exists(ulong required, ulong relevant, SituationSearch.Judge judge) =>
        reach.Value.Exists(required, reach.Value.WithOverriding(relevant), judge);

    private void Suspect(Rule rule, string message, string suggestion) =>
        found.Suspect(DiagnosticKinds.RuleWithoutEffect, rule, "", message, suggestion);

    private void CheckDespite(int place)
    {
        var rule = slice.Rules[place];
        var bit = 1UL << place;
        foreach (var norm in rule.Despite.Where(norm => settled.IsLoaded(norm.Text)))
        {
            var targets = 0UL;
            for (var i = 0; i < slice.Rules.Length; i++)
            {
                targets |= slice.Rules[i].Norm == norm.Text ? 1UL << i : 0;
            }

            if (!reach.Value.Exists(bit, bit | targets, (in View view) => BothInForce(in view, bit, targets)))
            {
                found.Suspect(
                    DiagnosticKinds.ExceptionWithoutEffect,
                    rule,
                    norm.Text,
                    $"`despite {norm}` overrides nothing: no situation meets both that norm and this rule of `{rule.Norm}`",
                    "take it out, or mend the conditions"
                );
            }
            else
            {
                found.Clear(DiagnosticKinds.ExceptionWithoutEffect, rule, norm.Text);
            }
        }
    }

    private void CheckSubjectTo(int place)
    {
        var rule = slice.Rules[place];
        var bit = 1UL << place;
        foreach (var norm in rule.SubjectTo.Where(norm => settled.IsLoaded(norm.Text)))
        {
            var prevails = Places(slice.Forbids | slice.Advises | PlacesOf(effect => effect is WallEffect))
                .Where(other => slice.Rules[other].Norm == norm.Text)
                .Select(other => bit | (1UL << other))
                .Any(both => Exists(both, both, (in View view) => AllHaveEffect(in view, both)));
            if (prevails)
            {
                found.Clear(DiagnosticKinds.ExceptionWithoutEffect, rule, $"subject to {norm}");
            }
            else
            {
                found.Suspect(
                    DiagnosticKinds.ExceptionWithoutEffect,
                    rule,
                    $"subject to {norm}",
                    $"`subject to {norm}` gives way to nothing: that norm refuses nothing that this rule of `{rule.Norm}` permits",
                    "take it out, or mend the conditions"
                );
            }
        }
    }

    // An exception matters when it keeps the rule out of force somewhere where everything else would have it in force.
    private void CheckUnless(int place)
    {
        var rule = slice.Rules[place];
        for (var i = 0; i < rule.Unless.Count; i++)
        {
            var others = rule.Unless.Where((_, other) => other != i);
            var trial = rule with { When = [.. rule.When, rule.Unless[i]], Unless = [.. others], Despite = [] };
            var alone = SliceCompiler.Compile(slice.Act, [trial], protocol.Vocabulary, null, new DiagnosticBag());
            if (!new Reach(protocol.Vocabulary, alone, slice.Stages).Exists(1, 1, (in View view) => InForce(in view, 1)))
            {
                found.Suspect(
                    DiagnosticKinds.ExceptionWithoutEffect,
                    rule,
                    $"unless {rule.Unless[i]}",
                    $"`unless {rule.Unless[i]}` excepts nothing: it never holds where this rule of `{rule.Norm}` otherwise would",
                    "take it out, or mend the conditions"
                );
            }
        }
    }

    public void CheckContradictions()
    {
        var permits = PlacesOf(effect => effect is PermitEffect);
        var refuses = slice.Forbids | slice.Advises;
        foreach (var permit in refuses == 0 ? [] : Places(permits))
        {
            foreach (var refuse in Places(refuses))
            {
                var word = (slice.Forbids & (1UL << refuse)) != 0 ? "forbids" : "advises against";
                Contradict(permit, refuse, (one, other) => $"`{one.Norm}` permits what `{other.Norm}` {word}");
            }
        }

        foreach (var (visible, hidden) in OpposedWalls())
        {
            Contradict(visible, hidden, (one, other) => $"`{one.Norm}` shows to somebody what `{other.Norm}` hides from them");
        }
    }

    private void Contradict(int one, int other, Func<Rule, Rule, string> message)
    {
        var (left, right) = (slice.Rules[one], slice.Rules[other]);
        var locked = Locked(left, right) ?? Locked(right, left);
        // Between layers it is settled which prevails; a clash that somebody has noted and resolved is settled too. Of a clause that only its maker may change
        // a council resolves nothing.
        if (
            one == other
            || left.Layer != right.Layer
            || !slice.MayMeet(one, other)
            || left.SubjectTo.Any(norm => norm.Text == right.Norm)
            || (locked is null && settled.AreResolved(left.Norm, right.Norm))
        )
        {
            return;
        }

        var both = (1UL << one) | (1UL << other);
        Judgement Clash(in View view) => AllHaveEffect(in view, both);
        var days = reach.Value.When(both, reach.Value.WithOverriding(both), Clash);
        if (days.Count > 0)
        {
            var situation = new SituationSearch(protocol.Vocabulary, slice).Find(both, Clash)!;
            var when = DayStretch.Words(days);
            var what = $"{message(left, right)}{(when.Length == 0 ? "" : $" {when}")}";
            if (locked is not null)
            {
                var own = locked == left ? right : left;
                found.Add(
                    DiagnosticKinds.LockedClauseContradicted,
                    own.At,
                    $"{what}, and clause `{locked.Clause.Number}` of `{locked.Document!.Protocol}` is laid down by {locked.Document.Locked}: {SituationWords.Of(situation)}",
                    $"narrow the rule of `{own.Norm}` to what clause `{locked.Clause.Number}` leaves open, or take it out",
                    situation,
                    locked.Norm
                );
                return;
            }

            found.Add(
                DiagnosticKinds.Contradiction,
                left.At,
                $"{what}, and neither says which prevails: {SituationWords.Of(situation)}",
                $"write `subject to {right.Norm}` in the one that gives way, `despite` in the one that prevails, or a `clash` that is resolved",
                situation,
                right.Norm
            );
        }
    }

    // The first, when it stands in a clause that whoever wrote the other may not change.
    private static Rule? Locked(Rule rule, Rule other) => rule.IsLocked && rule.Document != other.Document ? rule : null;

    private IEnumerable<(int Visible, int Hidden)> OpposedWalls()
    {
        var walls = slice.Rules.SelectMany((rule, place) => rule.Effects.OfType<WallEffect>().Select(wall => (place, wall))).ToList();
        return from visible in walls
            where visible.wall.Visible
            from hidden in walls
            where !hidden.wall.Visible && hidden.wall.Part == visible.wall.Part
            where visible.wall.Who.Terms.Any(term => hidden.wall.Who.Terms.Any(other => other.ToString() == term.ToString()))
            select (visible.place, hidden.place);
    }

    private void CheckSteps()
    {
        foreach (var step in slice.Steps)
        {
            var rules = step.Rules;
            // The council's own step gives way to one that is written for the same place.
            var written = step.IsArrangement
                ? slice
                    .Steps.Where(other => !other.IsArrangement && other.After == step.After)
                    .Aggregate(0UL, (all, other) => all | other.Rules)
                : 0;
            var reached = Places(rules)
                .Select(place => 1UL << place)
                .Any(rule => Exists(rule, rule | slice.Forbids | written, (in View view) => IsStepOfRoute(in view, rule, written)));
            foreach (var rule in Places(rules).Select(place => slice.Rules[place]))
            {
                if (reached)
                {
                    found.Clear(DiagnosticKinds.StepNeverReached, rule, step.Who.ToString());
                }
                else
                {
                    found.Suspect(
                        DiagnosticKinds.StepNeverReached,
                        rule,
                        step.Who.ToString(),
                        $"no situation leads to the step `{step.Who}` as `{slice.Stages[step.Stage]}`",
                        step.IsArrangement
                            ? "the protocol has a step of its own at that place"
                            : "mend the condition of its rule, or take it out"
                    );
                }
            }
        }
    }

    private Judgement IsStepOfRoute(in View view, ulong rule, ulong written) =>
        HasEffectAndIsNotForbidden(in view, rule) is { Holds: not true } judgement ? judgement
        : (view.Sure & written) != 0 ? Judgement.No
        : view.Next(written) is not 0 and var open ? Judgement.DependsOn(open)
        : Judgement.Yes;

    private static Judgement InForce(in View view, ulong rule) =>
        (view.InForce & rule) != 0 ? Judgement.Yes
        : (view.Maybe & rule) != 0 ? Judgement.DependsOn(rule)
        : Judgement.No;

    private static Judgement BothInForce(in View view, ulong rule, ulong targets) =>
        InForce(in view, rule) is { Holds: not true } first ? first
        : (view.InForce & targets) != 0 ? Judgement.Yes
        : (view.Maybe & targets) != 0 ? Judgement.DependsOn(1UL << BitOperations.TrailingZeroCount(view.Maybe & targets))
        : Judgement.No;

    private static Judgement AllHaveEffect(in View view, ulong rules) =>
        (view.Sure & rules) == rules ? Judgement.Yes
        : (view.Possible & rules) != rules ? Judgement.No
        : Judgement.DependsOn(view.Next(rules));

    private Judgement HasEffectAndIsNotForbidden(in View view, ulong rule) =>
        AllHaveEffect(in view, rule) is { Holds: not true } first ? first
        : (view.Sure & slice.Forbids) != 0 ? Judgement.No
        : view.Next(slice.Forbids) is not 0 and var open ? Judgement.DependsOn(open)
        : Judgement.Yes;

    private ulong PlacesOf(Predicate<Effect> test)
    {
        ulong places = 0;
        for (var i = 0; i < slice.Rules.Length; i++)
        {
            places |= slice.Rules[i].Effects.Any(effect => test(effect)) ? 1UL << i : 0;
        }

        return places;
    }

    private static IEnumerable<int> Places(ulong mask)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            yield return BitOperations.TrailingZeroCount(mask);
        }
    }
}
