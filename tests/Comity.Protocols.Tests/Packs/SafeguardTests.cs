using Comity.Protocols.Cases;

namespace Comity.Protocols.Tests.Packs;

public class SafeguardTests
{
    [Theory]
    [MemberData(nameof(CatalogueTests.Keys), MemberType = typeof(CatalogueTests))]
    public void Safeguards_beside_a_protocol_change_none_of_its_answers(string key)
    {
        var protocol = Repository.Library.Compile(key, "comity");

        var failures = Repository
            .Library.CasesOf(key)
            .Where(example => example.Layers.Count == 0)
            .SelectMany(example => CaseRunner.Run(protocol, example, Repository.Calendars).Failures)
            .Select(failure => failure.ToString());

        failures.ShouldBeEmpty();
    }

    [Fact]
    public void Silent_answer_still_says_who_sees_the_matter()
    {
        var wigan = Repository.Library.Compile("wigan", "comity");
        var situation = Situation.In(Repository.Library.Vocabulary).Act("raise-concern").By("member").About("member").Build();

        var decision = wigan.Decide(situation);

        decision.Outcome.ShouldBe(Outcome.Silent);
        decision.DecidedBy.ShouldBeEmpty();
        decision
            .Walls.Select(wall => $"{wall.IsVisible} {wall.Who}")
            .ShouldBe(["True actor and handler", "False subject"], ignoreOrder: true);
    }

    [Fact]
    public void Safeguard_is_named_as_one_wherever_it_is_cited()
    {
        var wigan = Repository.Library.Compile("wigan", "comity");
        var situation = Situation.In(Repository.Library.Vocabulary).Act("raise-concern").By("officer").About("member").Build();

        var words = Explanation.InWords(wigan.Decide(situation)).Split('\n');

        words
            .Where(line => line.Contains("hidden from", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldEndWith("(Comity's safeguard 2).");
        words.ShouldNotContain(line => line.Contains("(2)", StringComparison.Ordinal));
    }

    [Fact]
    public void Clause_is_quoted_once_however_many_of_its_norms_decide()
    {
        var wigan = Repository.Library.Compile("wigan");
        var situation = Situation
            .In(Repository.Library.Vocabulary)
            .Act("reply")
            .By("officer")
            .To("member")
            .With("received-on", new DateOnly(2026, 4, 2))
            .Build();

        var words = Explanation.InWords(wigan.Decide(situation, Repository.Calendars)).Split('\n');

        words.Where(line => line.StartsWith("  Clause 6.2,", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }
}
