namespace Comity.Protocols.Explanations;

/// <summary>Says whether a noted silence is the one that a situation meets. It may read the condition as text: silence is rare and its answer is kept.</summary>
internal static class GapMatcher
{
    public static bool Matches(Gap gap, Situation situation) =>
        gap.Scopes.Any(scope =>
            scope.Acts.Any(act => act.Text == situation.Act)
            && Fits(scope.By, situation.By, situation.Vocabulary)
            && Fits(scope.To, situation.To, situation.Vocabulary)
            && Fits(scope.About, situation.About, situation.Vocabulary)
        )
        && gap.When.All(condition => Holds(condition, situation) == true)
        && gap.Unless.All(condition => Holds(condition, situation) == false);

    private static bool Fits(IReadOnlyList<Name> named, IReadOnlyList<string> roles, Vocabulary vocabulary) =>
        named.Count == 0 || roles.Any(role => named.Any(name => vocabulary.RoleIs(role, name.Text)));

    private static bool? Holds(Condition condition, Situation situation) =>
        condition switch
        {
            FactIsYes c => Answer(c.Fact, situation) is { } answer ? answer.Choice == 0 : null,
            FactIsKnown c => Answer(c.Fact, situation) is not null,
            FactIsOneOf { Fact.Text: Fact.UnresolvedAt } c => Answer(c.Fact, situation) is { } answer
                && c.Values.Any(v => v.Text == answer.Stage),
            FactIsOneOf c => Answer(c.Fact, situation) is { } answer ? c.Values.Any(value => value.Text == answer.ToString()) : null,
            FactCompares c => Answer(c.Fact, situation) is { } answer ? Compare(answer.Number, c) : null,
            NotCondition c => !Holds(c.Inner, situation),
            AllConditions c => c.Parts.Aggregate((bool?)true, (all, part) => all & Holds(part, situation)),
            AnyCondition c => c.Parts.Aggregate((bool?)false, (any, part) => any | Holds(part, situation)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static bool Compare(decimal number, FactCompares test) =>
        test.Comparison switch
        {
            Comparison.MoreThan => number > test.Number,
            Comparison.AtLeast => number >= test.Number,
            Comparison.AtMost => number <= test.Number,
            _ => number < test.Number,
        };

    private static FactAnswer? Answer(Name name, Situation situation)
    {
        foreach (var answer in situation.AnswersInOrder)
        {
            if (answer.Fact.Name == name.Text)
            {
                return answer;
            }
        }

        var fact = situation.Vocabulary.Facts[name.Text];
        return fact.Presumption is { } presumption ? FactAnswer.Parse(fact, presumption) : null;
    }
}
