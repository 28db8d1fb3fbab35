using Comity.Protocols.Cases;

namespace Comity.Protocols.Tests.Packs;

public class SafeguardTests
{
    [Fact]
    public void Safeguards_beside_a_protocol_change_none_of_its_answers()
    {
        var wigan = Repository.Library.Compile("wigan", "comity");

        var failures = Repository
            .Library.CasesOf("wigan")
            .Where(example => example.Layers.Count == 0)
            .SelectMany(example => CaseRunner.Run(wigan, example, Repository.Calendars).Failures)
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
}
