using Comity.Protocols.Calendars;

namespace Comity.Protocols.Analysis;

/// <summary>Makes the changed forms of a rule.</summary>
internal sealed class MutantMaker(Vocabulary vocabulary)
{
    public IEnumerable<Mutant> Of(Rule rule)
    {
        yield return new Mutant(rule, MutationKind.Removed, string.Join("; ", rule.Lines()), "");
        foreach (var mutant in Scopes(rule).Concat(Conditions(rule)).Concat(Exceptions(rule)).Concat(Effects(rule)))
        {
            yield return mutant;
        }
    }

    private IEnumerable<Mutant> Scopes(Rule rule)
    {
        var scope = rule.Scope;
        foreach (var changed in Roles(scope.By).Select(roles => scope with { By = roles }))
        {
            yield return Make(changed);
        }

        foreach (var changed in Roles(scope.To).Select(roles => scope with { To = roles }))
        {
            yield return Make(changed);
        }

        foreach (var changed in Roles(scope.About).Select(roles => scope with { About = roles }))
        {
            yield return Make(changed);
        }

        Mutant Make(RuleScope changed) =>
            new(rule, MutationKind.Role, scope.ToString(), changed.ToString()) { Changed = rule with { Scope = changed } };
    }

    private IEnumerable<IReadOnlyList<Name>> Roles(IReadOnlyList<Name> roles) =>
        roles.Select((role, i) => Replace(roles, i, new Name(Stranger(role.Text), role.At)));

    private static IEnumerable<Mutant> Conditions(Rule rule)
    {
        for (var i = 0; i < rule.When.Count; i++)
        {
            foreach (var (kind, changed) in Changes(rule.When[i]))
            {
                yield return new Mutant(rule, kind, $"when {rule.When[i]}", $"when {changed}")
                {
                    Changed = rule with { When = Replace(rule.When, i, changed) },
                };
            }
        }

        for (var i = 0; i < rule.Unless.Count; i++)
        {
            foreach (var (kind, changed) in Changes(rule.Unless[i]))
            {
                yield return new Mutant(rule, kind, $"unless {rule.Unless[i]}", $"unless {changed}")
                {
                    Changed = rule with { Unless = Replace(rule.Unless, i, changed) },
                };
            }
        }
    }

    private static IEnumerable<(MutationKind, Condition)> Changes(Condition condition)
    {
        switch (condition)
        {
            case NotCondition { Inner: not (AllConditions or AnyCondition) } not:
                yield return (MutationKind.Negated, not.Inner);
                foreach (var (kind, changed) in Changes(not.Inner).Where(found => found.Item1 != MutationKind.Negated))
                {
                    yield return (kind, new NotCondition(changed));
                }

                break;
            case FactCompares test:
                yield return (MutationKind.Negated, new NotCondition(test));
                yield return (MutationKind.Threshold, test with { Number = test.Number + 1 });
                yield return (MutationKind.Threshold, test with { Number = test.Number - 1 });
                break;
            case NotCondition not:
                foreach (var (kind, changed) in Changes(not.Inner))
                {
                    yield return (kind, new NotCondition(changed));
                }

                break;
            case FactIsYes or FactIsOneOf or FactIsKnown:
                yield return (MutationKind.Negated, new NotCondition(condition));
                break;
            case AllConditions all:
                foreach (var regrouped in Regrouped(all.Parts, part => (part as AnyCondition)?.Parts, All, Any))
                {
                    yield return (MutationKind.Regrouped, regrouped);
                }

                yield return (MutationKind.AndOr, new AnyCondition(all.Parts));
                foreach (var (kind, parts) in PartChanges(all.Parts))
                {
                    yield return (kind, new AllConditions(parts));
                }

                break;
            case AnyCondition any:
                foreach (var regrouped in Regrouped(any.Parts, part => (part as AllConditions)?.Parts, Any, All))
                {
                    yield return (MutationKind.Regrouped, regrouped);
                }

                yield return (MutationKind.AndOr, new AllConditions(any.Parts));
                foreach (var (kind, parts) in PartChanges(any.Parts))
                {
                    yield return (kind, new AnyCondition(parts));
                }

                break;
        }
    }

    // `A and (B or C)` as `A and B or C`, and `A or (B and C)` as `(A or B) and C`: what stands beside the inner part is drawn into it.
    private static IEnumerable<Condition> Regrouped(
        IReadOnlyList<Condition> parts,
        Func<Condition, IReadOnlyList<Condition>?> inner,
        Func<IReadOnlyList<Condition>, Condition> outerOf,
        Func<IReadOnlyList<Condition>, Condition> innerOf
    )
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (inner(parts[i]) is { } within)
            {
                var first = outerOf([.. parts.Take(i), within[0]]);
                var last = outerOf([within[^1], .. parts.Skip(i + 1)]);
                yield return innerOf([first, .. within.Skip(1).SkipLast(1), last]);
            }
        }
    }

    private static Condition All(IReadOnlyList<Condition> parts) => parts.Count == 1 ? parts[0] : new AllConditions(parts);

    private static Condition Any(IReadOnlyList<Condition> parts) => parts.Count == 1 ? parts[0] : new AnyCondition(parts);

    private static IEnumerable<(MutationKind, IReadOnlyList<Condition>)> PartChanges(IReadOnlyList<Condition> parts) =>
        parts.SelectMany((part, i) => Changes(part).Select(found => (found.Item1, Replace(parts, i, found.Item2))));

    private static IEnumerable<Mutant> Exceptions(Rule rule) =>
        [
            .. rule.Unless.Select(
                (condition, i) =>
                    new Mutant(rule, MutationKind.Exception, $"unless {condition}", "")
                    {
                        Changed = rule with { Unless = Without(rule.Unless, i) },
                    }
            ),
            .. rule.Provided.Select(
                (fact, i) =>
                    new Mutant(rule, MutationKind.Exception, $"provided {fact}", "")
                    {
                        Changed = rule with { Provided = Without(rule.Provided, i) },
                    }
            ),
            .. rule.Despite.Select(
                (norm, i) =>
                    new Mutant(rule, MutationKind.Exception, $"despite {norm}", "")
                    {
                        Changed = rule with { Despite = Without(rule.Despite, i) },
                    }
            ),
            .. rule.OwnFrom is { } from
                ? [new Mutant(rule, MutationKind.Exception, $"from {Dates.Write(from)}", "") { Changed = rule with { OwnFrom = null } }]
                : Array.Empty<Mutant>(),
            .. rule.OwnUntil is { } until
                ? [new Mutant(rule, MutationKind.Exception, $"until {Dates.Write(until)}", "") { Changed = rule with { OwnUntil = null } }]
                : Array.Empty<Mutant>(),
        ];

    private IEnumerable<Mutant> Effects(Rule rule) =>
        (rule.Effects.Count(effect => effect.IsActionable) > 1 ? rule.Effects : [])
            .Select((effect, i) => (effect, i))
            .Where(found => found.effect.IsActionable)
            .Select(found => new Mutant(rule, MutationKind.Effect, found.effect.ToString(), "")
            {
                Changed = rule with { Effects = Without(rule.Effects, found.i) },
            })
            .Concat(Changed(rule));

    private IEnumerable<Mutant> Changed(Rule rule) =>
        rule.Effects.SelectMany(
            (effect, i) =>
                Changes(effect)
                    .Select(found => new Mutant(rule, found.Kind, effect.ToString(), found.Changed.ToString())
                    {
                        Changed = rule with { Effects = Replace(rule.Effects, i, found.Changed) },
                    })
        );

    private IEnumerable<(MutationKind Kind, Effect Changed)> Changes(Effect effect)
    {
        switch (effect)
        {
            case PermitEffect:
                yield return (MutationKind.Polarity, new ForbidEffect(Strength.Must));
                break;
            case ForbidEffect or AdviseAgainstEffect:
                yield return (MutationKind.Polarity, new PermitEffect(Strength.May));
                break;
            case WallEffect wall:
                yield return (MutationKind.Polarity, wall with { Visible = !wall.Visible });
                foreach (var (kind, who) in Changes(wall.Who, MutationKind.Role))
                {
                    yield return (kind, wall with { Who = who });
                }

                break;
            case DueEffect { Clock: { Clock: var clock } expression } due when Longer(clock) is { } longer:
                yield return (MutationKind.ClockNumber, due with { Clock = expression with { Clock = longer } });
                break;
            case RouteEffect route:
                foreach (var (kind, who) in Changes(route.Who, MutationKind.RouteTarget))
                {
                    // The stage keeps its name, so that only the person changes.
                    yield return (kind, route with { Who = who, NamedStage = new Name(route.Stage, default) });
                }

                break;
            case RequireEffect { Who: { } asked } require:
                foreach (var (kind, who) in Changes(asked, MutationKind.Role))
                {
                    yield return (kind, require with { Who = who });
                }

                break;
            case PublishEffect publish:
                foreach (var (kind, who) in Changes(publish.Who, MutationKind.Role))
                {
                    yield return (kind, publish with { Who = who });
                }

                break;
        }
    }

    private IEnumerable<(MutationKind, Who)> Changes(Who who, MutationKind target)
    {
        for (var i = 0; i < who.Terms.Count; i++)
        {
            var term = who.Terms[i];
            var other = term.Role is { } role
                ? term with
                {
                    Role = new Name(Stranger(role.Text), role.At),
                }
                : term with
                {
                    Party = Next(term.Party!.Value),
                };
            yield return (target, who with { Terms = Replace(who.Terms, i, other) });
        }

        if (who.Terms.Count > 1)
        {
            yield return (MutationKind.AndOr, who with { AnyOne = !who.AnyOne });
        }

        if (who.OrElse is { } orElse)
        {
            yield return (MutationKind.Exception, who with { OrElse = null });
            foreach (var (kind, changed) in Changes(orElse, target))
            {
                yield return (kind, who with { OrElse = changed });
            }
        }
    }

    private static Party Next(Party party) => party == Party.Actor ? Party.Recipient : Party.Actor;

    // A role that has nothing to do with this one: neither is the other, and nothing is both.
    private string Stranger(string role) =>
        vocabulary.Roles.Keys.FirstOrDefault(other =>
            !vocabulary.RoleIs(other, role)
            && !vocabulary.RoleIs(role, other)
            && !vocabulary.Roles.Keys.Any(both => vocabulary.RoleIs(both, role) && vocabulary.RoleIs(both, other))
        ) ?? vocabulary.Roles.Keys.First(other => other != role);

    private static Clock? Longer(Clock clock)
    {
        if (clock.Count is 0 or Clock.MaxCount)
        {
            return null;
        }

        // The clock's own words with one more on the number: every form with a number starts with it.
        var words = clock.ToString();
        var rest = words[words.IndexOf(' ', StringComparison.Ordinal)..];
        return Clock.TryParse(FormattableString.Invariant($"{clock.Count + 1}{rest}"));
    }

    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> list, int index, T item) =>
        [.. list.Select((old, i) => i == index ? item : old)];

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> list, int index) => [.. list.Where((_, i) => i != index)];
}
