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
