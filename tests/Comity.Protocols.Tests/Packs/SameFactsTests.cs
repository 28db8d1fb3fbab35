using Comity.Protocols.Analysis;
using Comity.Protocols.Cases;

namespace Comity.Protocols.Tests.Packs;

/// <summary>The same facts put to every protocol: <c>docs/same-facts.md</c> holds the situations and the answers.</summary>
public class SameFactsTests
{
    private static readonly string[] FiveProtocols = ["generic", "west-lavington", "wigan", "borough", "town"];

    private static readonly Lazy<IReadOnlyList<SameFacts>> Page = new(() =>
        SameFacts.Read(File.ReadAllText(Path.Combine(Repository.Root, "docs", "same-facts.md")))
    );

    public static TheoryData<string> Protocols => [.. FiveProtocols];

    [Fact]
    public void Page_asks_every_protocol_all_thirty_six_questions()
    {
        Page.Value.Select(facts => facts.Row).Distinct().ShouldBe(Enumerable.Range(1, 36));
        Page.Value.ShouldAllBe(facts => facts.Answers.Keys.SequenceEqual(FiveProtocols));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Protocol_answers_the_same_facts_as_the_page_says(string key)
    {
        var results = Run(key);

        results.Count.ShouldBe(Page.Value.Count);
        results.SelectMany(result => result.Failures).Select(failure => failure.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Questions_are_those_on_which_the_protocols_differ()
    {
        var decisions = FiveProtocols.Select(key => Run(key).Select(result => result.Decision!).ToList()).ToList();

        Enumerable
            .Range(0, Page.Value.Count)
            .GroupBy(i => Page.Value[i].Row)
            .Where(row => row.All(i => decisions.Select(of => Answer(of[i])).Distinct().Count() == 1))
            .Select(row => row.Key)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wigan", "town")]
    [InlineData("borough", "town")]
    public void Difference_of_two_protocols_shows_every_question_on_which_they_differ(string key, string otherKey)
    {
        var (one, other) = (Repository.Library.Compile(key, "comity"), Repository.Library.Compile(otherKey, "comity"));
        var differences = ProtocolDiff
            .Compare(one, other)
            .Select(found => (found.Act, found.Kind, found.What, One: one.Decide(found.Situation), Other: other.Decide(found.Situation)))
            .ToLookup(found => found.Act);
        var asked = Run(key).Zip(Page.Value, (result, facts) => (facts.Row, facts.Title, result.Decision!.Situation)).ToList();
        var differing = 0;
        foreach (var (row, title, situation) in asked)
        {
            var (answer, otherAnswer) = (one.Decide(situation), other.Decide(situation));
            if (Answer(answer) == Answer(otherAnswer))
            {
                continue;
            }

            differing++;
            var ways = differences[situation.Act].ToList();
            var isShown =
                answer.Outcome == Outcome.NeedsFacts || otherAnswer.Outcome == Outcome.NeedsFacts ? ways.Count > 0
                : answer.Outcome != otherAnswer.Outcome
                    ? ways.Exists(way => way.One.Outcome == answer.Outcome && way.Other.Outcome == otherAnswer.Outcome)
                : Route(answer) != Route(otherAnswer)
                    ? ways.Exists(way => Route(way.One) == Route(answer)) && ways.Exists(way => Route(way.Other) == Route(otherAnswer))
                : Elements(answer)
                    .Except(Elements(otherAnswer))
                    .Concat(Elements(otherAnswer).Except(Elements(answer)))
                    .All(element => ways.Exists(way => way.What == element));
            isShown.ShouldBeTrue($"{row} {title}: {answer.Outcome} and {otherAnswer.Outcome}");
        }

        differing.ShouldBeGreaterThan(20);
    }

    private static string Route(Decision decision) => string.Join(", ", decision.Route.Select(step => $"{step.Level} {step.Who}"));

    private static IEnumerable<string> Elements(Decision decision) =>
        decision.Conditions.Select(condition => condition.Text).Concat(decision.Dues.Select(due => $"{due.Duty} {due.Clock}"));

    // What tells answers apart whatever the clauses are called.
    private static string Answer(Decision decision) =>
        string.Join(
            '\n',
            [
                decision.Outcome.ToString(),
                .. decision.Conditions.Select(condition => condition.Text),
                .. decision.Route.Select(step => step.Who.ToString()),
                .. decision.Dues.Select(due => $"{due.Duty} {due.Clock}"),
            ]
        );

    private static List<CaseResult> Run(string key)
    {
        var norm = Repository.Library.File(key)!.Norms[0].Id;
        var text = new SourceText($"{key}/cases/same-facts.case", string.Join('\n', Page.Value.Select(facts => facts.AsCase(norm, key))));
        var library = ProtocolLibrary.Read([
            .. Repository.Texts().Where(other => !other.Path.EndsWith(".case", StringComparison.Ordinal)),
            text,
        ]);
        library.Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();
        return [.. CaseSet.Run(library, key, Repository.Calendars)];
    }
}
