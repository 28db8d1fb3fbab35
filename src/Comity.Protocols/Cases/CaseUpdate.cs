using System.Text;
using Comity.Protocols.Calendars;
using Comity.Protocols.Explanations;

namespace Comity.Protocols.Cases;

/// <summary>What a case that is no longer met would have to expect. Only whoever reads the change can say that the new answer is the right one.</summary>
/// <param name="Case">The case.</param>
/// <param name="Lines">The expectations that change, in the order of the text; empty when the case is left alone.</param>
/// <param name="DecidedBy">The norms on which the answer rests.</param>
/// <param name="LeftAlone">Why nothing may be put in place of what is expected: there is no answer, only an error. Null when there is one.</param>
public sealed record CaseUpdate(Case Case, IReadOnlyList<CaseLineChange> Lines, IReadOnlyList<Citation> DecidedBy, string? LeftAlone)
{
    /// <summary>The update of a case that was run; null when it passed.</summary>
    public static CaseUpdate? Of(CaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Passed)
        {
            return null;
        }

        if (result.Decision is not { } decision)
        {
            var failure = result.Failures[0];
            return new CaseUpdate(result.Case, [], [], $"expected {failure.Expected}, got {failure.Got}");
        }

        if (decision.Outcome == Outcome.CannotTell)
        {
            return new CaseUpdate(result.Case, [], [], decision.Fault ?? "no rule can decide it");
        }

        return new CaseUpdate(result.Case, Changes(result, decision), decision.DecidedBy, null);
    }

    /// <summary>A text of cases with the changed lines in place; every other line, and every line ending, is as it was.</summary>
    /// <param name="text">The text from which the cases were read, with whatever line endings it has.</param>
    /// <param name="updates">Updates of cases of that text.</param>
    public static string Apply(string text, IEnumerable<CaseUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(updates);
        var changes = updates.SelectMany(update => update.Lines).ToDictionary(change => change.At.Line);
        var lines = TextLine.Split(text);
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!changes.TryGetValue(i + 1, out var change))
            {
                written.Append(lines[i]);
                continue;
            }

            var line = lines[i];
            var indent = line.Text[..(line.Text.Length - line.Text.TrimStart().Length)];
            var ending = line.Ending.Length > 0 || i == 0 ? line.Ending : lines[i - 1].Ending;
            for (var n = 0; n < change.Now.Count; n++)
            {
                written.Append(indent).Append("expect ").Append(change.Now[n]).Append(n < change.Now.Count - 1 ? ending : line.Ending);
            }
        }

        return written.ToString();
    }

    private static List<CaseLineChange> Changes(CaseResult result, Decision decision)
    {
        var failed = result.Failures.Select(failure => failure.At).ToHashSet();
        var stay = result.Case.Expectations.Where(expected => !failed.Contains(expected.At)).Select(expected => expected.Text);
        var said = stay.ToHashSet(StringComparer.Ordinal);
        var found = new List<CaseLineChange>();
        foreach (var kind in result.Case.Expectations.Where(expected => failed.Contains(expected.At)).GroupBy(expected => expected.Kind))
        {
            var changed = kind.ToList();
            for (var i = 0; i < changed.Count; i++)
            {
                // Where an answer has more to say than lines have failed, the last of them takes the rest.
                var now = InPlaceOf(changed[i], decision).Where(said.Add).ToList();
                if (i < changed.Count - 1 && now.Count > 1)
                {
                    said.ExceptWith(now.Skip(1));
                    now.RemoveRange(1, now.Count - 1);
                }

                found.Add(new CaseLineChange(changed[i].At, changed[i].Text, now));
            }
        }

        if (said.Count == 0)
        {
            // A case expects something: at the least the outcome.
            found[0] = found[0] with
            {
                Now = [CaseRunner.Word(decision.Outcome)],
            };
        }

        return [.. found.OrderBy(change => change.At.Line)];
    }

    // Everything of its kind that the answer has; what the case says already is taken out by the caller.
    private static IEnumerable<string> InPlaceOf(Expectation expected, Decision decision)
    {
        var words = expected.Words;
        return expected.Kind switch
        {
            ExpectationKind.Outcome => [CaseRunner.Word(decision.Outcome)],
            ExpectationKind.Cites => decision.DecidedBy.Select(citation => $"cites {InTheSameWay(citation, words[0])}"),
            ExpectationKind.NotCites => [$"cites {words[0]}"],
            ExpectationKind.Overridden => decision.Overridden.Select(other => $"overridden {InTheSameWay(other.Citation, words[0])}"),
            ExpectationKind.Due or ExpectationKind.NoDue => Dues(words[0], decision),
            ExpectationKind.Stop => decision.Stops.Select(stop => $"stop {stop.Duty}"),
            ExpectationKind.Open => Conditions(words[0], "open", "met", decision),
            ExpectationKind.Met => Conditions(words[0], "met", "open", decision),
            ExpectationKind.Route =>
            [
                decision.Route.Count == 0 ? "route none" : $"route {string.Join(", ", decision.Route.Select(step => step.Who))}",
            ],
            ExpectationKind.Wall => decision.Walls.Select(wall => $"wall {CaseRunner.Words(wall)}"),
            ExpectationKind.Register => decision.Registers.Select(register => $"register {register.Name}"),
            ExpectationKind.Publish => decision.Publications.Select(published => $"publish {published.What} to {published.Who}"),
            ExpectationKind.Shows => decision.Shows.Select(shown => $"shows {InTheSameWay(shown.Citation, words[0])}"),
            ExpectationKind.Ground => decision.Grounds.Select(ground => $"ground {InTheSameWay(ground, words[0])}"),
            ExpectationKind.Instead => decision.Instead.Select(instead => $"instead {instead.Act.Name}"),
            ExpectationKind.Gap => decision.Gap is { } gap ? [$"gap {gap.Key}"] : [],
            ExpectationKind.Asks => decision.Questions.Take(1).Select(question => $"asks {question.Fact.Name}"),
            ExpectationKind.Presumes => decision.Presumptions.Select(presumed => $"presumes {presumed.Fact.Name}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Who cites clauses goes on citing clauses.
    private static string InTheSameWay(Citation citation, string word) =>
        word.Contains('/', StringComparison.Ordinal) ? citation.Norm : citation.Clause;

    private static IEnumerable<string> Dues(string duty, Decision decision)
    {
        var owed = decision.Dues.Where(due => due.Duty == duty).ToList();
        return owed.Count == 0
            ? [$"no due {duty}"]
            : owed.Select(due => $"due {duty} {(due.Reckoning is DueOn found ? Dates.Write(found.Date) : due.Clock.ToString())}");
    }

    private static IEnumerable<string> Conditions(string condition, string word, string other, Decision decision) =>
        decision.Conditions.Any(found => found.Text == condition)
            ? [$"{other} {condition}"]
            : decision.Conditions.Where(found => found.IsMet == (word == "met")).Select(found => $"{word} {found.Text}");
}
