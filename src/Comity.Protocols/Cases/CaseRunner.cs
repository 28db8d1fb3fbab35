using Comity.Protocols.Calendars;
using Comity.Protocols.Explanations;

namespace Comity.Protocols.Cases;

/// <summary>Runs cases against a protocol.</summary>
public static class CaseRunner
{
    /// <summary>Runs one case.</summary>
    /// <param name="protocol">The protocol, with the layers that the case names.</param>
    /// <param name="example">The case.</param>
    /// <param name="calendars">The calendars by which dates are worked out; without them no date is ever due.</param>
    public static CaseResult Run(Protocol protocol, Case example, CouncilCalendars? calendars = null)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(example);
        if (example.Situation is not { } situation)
        {
            return new CaseResult(example, null, [new CaseFailure(example, example.At, "a situation that can be read", "one with errors")]);
        }

        var decision = protocol.Decide(situation, calendars);
        var failures = example
            .Expectations.Select(expectation => (expectation, Got: Check(expectation, decision)))
            .Where(found => found.Got is not null)
            .Select(found => new CaseFailure(example, found.expectation.At, $"`{found.expectation.Text}`", found.Got!))
            .ToList();
        return new CaseResult(example, decision, failures);
    }

    /// <summary>The word for an outcome, as cases and the command line write it.</summary>
    public static string Word(Outcome outcome) => ExpectationReader.Outcomes.First(pair => pair.Value == outcome).Key;

    // Null when the expectation is met; otherwise what came instead, in words.
    private static string? Check(Expectation expectation, Decision decision)
    {
        var words = expectation.Words;
        return expectation.Kind switch
        {
            ExpectationKind.Outcome => Unless(Word(decision.Outcome) == words[0], Describe(decision)),
            ExpectationKind.Cites => Unless(decision.DecidedBy.Any(c => Is(c, words[0])), Described(decision.DecidedBy, "no citation")),
            ExpectationKind.NotCites => Unless(!decision.DecidedBy.Any(c => Is(c, words[0])), Described(decision.DecidedBy, "")),
            ExpectationKind.Overridden => Unless(
                decision.Overridden.Any(o => Is(o.Citation, words[0])),
                Described(decision.Overridden.Select(o => o.Citation), "nothing overridden")
            ),
            ExpectationKind.Due => Unless(
                decision.Dues.Any(due => IsDue(due, words)),
                Described(decision.Dues.Select(due => $"{due.Duty} {Due(due)}"), "nothing due")
            ),
            ExpectationKind.NoDue => Unless(
                !decision.Dues.Any(due => due.Duty == words[0]),
                Described(decision.Dues.Select(due => $"{due.Duty} {Due(due)}"), "")
            ),
            ExpectationKind.Stop => Contains(decision.Stops.Select(stop => stop.Duty), words[0], "nothing stopped"),
            ExpectationKind.Open => Contains(Conditions(decision, met: false), words[0], "no open condition"),
            ExpectationKind.Met => Contains(Conditions(decision, met: true), words[0], "no condition met"),
            ExpectationKind.Route => Unless(
                decision.Route.Select(step => step.Who.ToString()).SequenceEqual(words),
                Described(decision.Route.Select(step => step.Who.ToString()), "no route")
            ),
            ExpectationKind.Wall => Contains(decision.Walls.Select(Words), $"{words[0]} {words[1]} {words[2]}", "no wall"),
            ExpectationKind.Register => Contains(decision.Registers.Select(register => register.Name), words[0], "no register"),
            ExpectationKind.Publish => Contains(
                decision.Publications.Select(published => $"{published.What} to {published.Who}"),
                $"{words[0]} to {words[1]}",
                "nothing published"
            ),
            ExpectationKind.Shows => Unless(
                decision.Shows.Any(shown => Is(shown.Citation, words[0])),
                Described(decision.Shows.Select(shown => shown.Citation), "nothing shown")
            ),
            ExpectationKind.Ground => Unless(
                decision.Grounds.Any(ground => Is(ground, words[0])),
                Described(decision.Grounds, "no ground")
            ),
            ExpectationKind.Instead => Contains(decision.Instead.Select(instead => instead.Act.Name), words[0], "nothing offered instead"),
            ExpectationKind.Gap => Unless(
                decision.Gap?.Key == words[0],
                decision.Gap is { } gap ? $"`{gap.Key}`" : $"no gap ({Describe(decision)})"
            ),
            ExpectationKind.Asks => Unless(
                decision.Questions.Any(question =>
                    question.Fact.Name == words[0] && (question.IsForDate || question == decision.Questions[0])
                ),
                Described(decision.Questions.Select(question => question.Fact.Name), "no question")
            ),
            ExpectationKind.Presumes => Contains(decision.Presumptions.Select(p => p.Fact.Name), words[0], "no presumption"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string? Unless(bool met, string got) => met ? null : got;

    private static string? Contains(IEnumerable<string> found, string expected, string none)
    {
        var all = found.ToList();
        return all.Contains(expected) ? null : Described(all, none);
    }

    private static string Described<T>(IEnumerable<T> found, string none)
    {
        var words = string.Join(", ", found.Select(item => $"`{item}`"));
        return words.Length == 0 ? none : words;
    }

    private static string Describe(Decision decision)
    {
        var because = decision.Outcome switch
        {
            Outcome.NeedsFacts => $"asks {Described(decision.Questions.Select(question => question.Fact.Name), "nothing")}",
            Outcome.CannotTell => decision.Fault ?? "",
            _ => Described(decision.DecidedBy, ""),
        };
        return because.Length == 0 ? $"`{Word(decision.Outcome)}`" : $"`{Word(decision.Outcome)}` ({because})";
    }

    private static bool Is(Citation citation, string clauseOrNorm) => citation.Norm == clauseOrNorm || citation.Clause == clauseOrNorm;

    private static bool IsDue(OwedDuty due, IReadOnlyList<string> words) =>
        due.Duty == words[0]
        && (words.Count == 1 || words[1] == Due(due) || words[1] == due.Clock.ToString() || words[1] == due.Clock.Clock.ToString());

    private static string Due(OwedDuty due) =>
        due.Reckoning switch
        {
            DueOn found => Dates.Write(found.Date),
            CannotReckon reason => $"{due.Clock} ({reason.Reason})",
            _ => due.Clock.ToString(),
        };

    private static IEnumerable<string> Conditions(Decision decision, bool met) =>
        decision.Conditions.Where(condition => condition.IsMet == met).Select(condition => condition.Text);

    internal static string Words(Wall wall) => $"{WallEffect.Words(wall.Part)} {(wall.IsVisible ? "visible" : "hidden")} {wall.Who}";
}
