namespace Comity.Protocols.Binding;

/// <summary>Resolves the names of rules and gaps against the vocabulary and checks their types.</summary>
internal sealed class Binder(Vocabulary vocabulary, DiagnosticBag bag)
{
    public void Bind(Rule rule)
    {
        Bind(rule.Scope);
        foreach (var condition in rule.When.Concat(rule.Unless))
        {
            Bind(condition);
        }

        foreach (var fact in rule.Provided)
        {
            ExpectKind(fact, "be `provided`", FactKind.YesNo);
        }

        foreach (var effect in rule.Effects)
        {
            Bind(effect);
        }
    }

    public void Bind(Gap gap)
    {
        foreach (var scope in gap.Scopes)
        {
            Bind(scope);
        }

        foreach (var condition in gap.When.Concat(gap.Unless))
        {
            Bind(condition);
        }

        if (gap.Ask is { } ask)
        {
            Bind(ask);
        }
    }

    private void Bind(RuleScope scope)
    {
        foreach (var act in scope.Acts)
        {
            ExpectAct(act);
        }

        foreach (var role in scope.By.Concat(scope.To).Concat(scope.About))
        {
            ExpectRole(role);
        }
    }

    private void Bind(Condition condition)
    {
        switch (condition)
        {
            case FactIsYes c:
                ExpectKind(c.Fact, "stand alone as a condition", FactKind.YesNo);
                break;
            case FactIsOneOf c:
                BindValues(c);
                break;
            case FactCompares c:
                ExpectKind(c.Fact, "be compared with a number", FactKind.Number);
                break;
            case FactIsKnown c:
                ExpectKind(c.Fact, "be `known`", FactKind.Date);
                break;
            case NotCondition c:
                Bind(c.Inner);
                break;
            case AllConditions c:
                BindAll(c.Parts);
                break;
            case AnyCondition c:
                BindAll(c.Parts);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void BindAll(IReadOnlyList<Condition> parts)
    {
        foreach (var part in parts)
        {
            Bind(part);
        }
    }

    private void BindValues(FactIsOneOf test)
    {
        // The stages of a route are known only when all layers are together.
        if (
            ExpectKind(test.Fact, "be one of several values", FactKind.OneOf, FactKind.YesNo, FactKind.Stage)
            is not { Kind: not FactKind.Stage } fact
        )
        {
            return;
        }

        foreach (var value in test.Values.Where(value => fact.ChoiceIndex(value.Text) < 0))
        {
            bag.Report(
                DiagnosticKinds.UnknownValue,
                value.At,
                $"the fact `{fact.Name}` has no value `{value}`",
                Nearest.Suggest(value.Text, fact.Choices.Select(choice => choice.Name))
            );
        }
    }

    private void Bind(Effect effect)
    {
        switch (effect)
        {
            case RequireEffect e:
                BindRequirement(e);
                break;
            case RouteEffect e:
                Bind(e.Who);
                break;
            case DueEffect e when ExpectFact(e.Clock.Anchor) is { Kind: not FactKind.Date }:
                bag.Report(
                    DiagnosticKinds.AnchorNotDate,
                    e.Clock.Anchor.At,
                    $"a clock cannot run from `{e.Clock.Anchor}`, which is not a date"
                );
                break;
            case WallEffect e:
                Bind(e.Who);
                break;
            case PublishEffect e:
                Bind(e.Who);
                break;
            case InsteadEffect e:
                ExpectAct(e.Act);
                break;
        }
    }

    private void BindRequirement(RequireEffect effect)
    {
        if (effect.Who is { } who)
        {
            Bind(who);
        }

        if (effect.MetWhen is { } metWhen)
        {
            ExpectKind(metWhen, "meet a condition", FactKind.YesNo, FactKind.Date);
        }
    }

    private void Bind(Who who)
    {
        foreach (var role in who.Terms.Select(term => term.Role).OfType<Name>())
        {
            ExpectRole(role);
        }

        if (who.OrElse is { } orElse)
        {
            Bind(orElse);
        }
    }

    private void ExpectAct(Name act)
    {
        if (!vocabulary.Acts.ContainsKey(act.Text))
        {
            bag.ReportUnknown(DiagnosticKinds.UnknownAct, act.At, "act", act.Text, vocabulary.Acts.Keys);
        }
    }

    private void ExpectRole(Name role)
    {
        if (!vocabulary.Roles.ContainsKey(role.Text))
        {
            bag.ReportUnknown(DiagnosticKinds.UnknownRole, role.At, "role", role.Text, vocabulary.Roles.Keys);
        }
    }

    private Fact? ExpectFact(Name name)
    {
        if (vocabulary.Facts.TryGetValue(name.Text, out var fact))
        {
            return fact;
        }

        bag.ReportUnknown(DiagnosticKinds.UnknownFact, name.At, "fact", name.Text, vocabulary.Facts.Keys);
        return null;
    }

    private Fact? ExpectKind(Name name, string use, params ReadOnlySpan<FactKind> kinds)
    {
        if (ExpectFact(name) is not { } fact)
        {
            return null;
        }

        if (kinds.Contains(fact.Kind))
        {
            return fact;
        }

        bag.Report(DiagnosticKinds.FactKindMismatch, name.At, $"the fact `{name}` is {Words(fact.Kind)} and cannot {use}", Advice(fact));
        return null;
    }

    private static string Words(FactKind kind) =>
        kind switch
        {
            FactKind.YesNo => "a yes or no",
            FactKind.OneOf => "one of several values",
            FactKind.Number => "a number",
            FactKind.Date => "a date",
            FactKind.Stage => "the name of a stage",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Advice(Fact fact) =>
        fact.Kind switch
        {
            FactKind.YesNo => $"write `{fact.Name}` or `not {fact.Name}`",
            FactKind.OneOf => $"write `{fact.Name} is {(fact.Choices.Count > 0 ? fact.Choices[0].Name : "VALUE")}`",
            FactKind.Number => $"write `{fact.Name} is more than 5`",
            FactKind.Date => $"write `{fact.Name} is known`",
            _ => $"write `{fact.Name} is STAGE`",
        };
}
