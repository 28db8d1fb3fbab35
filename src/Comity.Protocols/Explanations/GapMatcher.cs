namespace Comity.Protocols.Explanations;

/// <summary>
/// Says whether a noted silence is the one that a situation meets. Roles are compared by number, since random situations are often silent; a condition,
/// which few silences have, is read as text.
/// </summary>
internal sealed class GapMatcher
{
    private readonly Vocabulary vocabulary;
    private readonly (int[]? By, int[]? To, int[]? About)[] scopes;
    private readonly bool hasConditions;

    /// <param name="gap">A noted silence.</param>
    /// <param name="act">One of its acts.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public GapMatcher(Gap gap, string act, Vocabulary vocabulary)
    {
        Gap = gap;
        this.vocabulary = vocabulary;
        scopes =
        [
            .. gap
                .Scopes.Where(scope => scope.Acts.Any(name => name.Text == act))
                .Select(scope => (Number(scope.By), Number(scope.To), Number(scope.About))),
        ];
        hasConditions = gap.When.Count + gap.Unless.Count > 0;
    }

    public Gap Gap { get; }

    /// <summary>True when the situation, which must be one with the act, meets the silence.</summary>
    public bool Matches(Situation situation)
    {
        foreach (var (by, to, about) in scopes)
        {
            if (Fits(by, situation.ByIndexes) && Fits(to, situation.ToIndexes) && Fits(about, situation.AboutIndexes))
            {
                return !hasConditions || ConditionsHold(situation);
            }
        }

        return false;
    }

    // Null when anybody fits.
    private int[]? Number(IReadOnlyList<Name> named) =>
        named.Count == 0
            ? null
            : [.. named.Where(name => vocabulary.RoleIndex.ContainsKey(name.Text)).Select(name => vocabulary.RoleIndex[name.Text])];

    private bool Fits(int[]? named, ReadOnlySpan<short> roles)
    {
        if (named is null)
        {
            return true;
        }

        foreach (var role in roles)
        {
            foreach (var name in named)
            {
                if (vocabulary.RoleIs(role, name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool ConditionsHold(Situation situation) =>
        Gap.When.All(condition => Holds(condition, situation) == true) && Gap.Unless.All(condition => Holds(condition, situation) == false);

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
