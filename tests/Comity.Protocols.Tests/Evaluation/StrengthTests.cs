using Comity.Protocols.Language;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>How strongly a text says something, and what that does to the answer.</summary>
public class StrengthTests
{
    private const string Front = "---\nprotocol: p\n---\n## 1 One {#one}\n\n";

    [Fact]
    public void Right_not_forbids()
    {
        var protocol = Compile("```rule p/1/a\non ask by member\nright not\n```\n");

        var decision = protocol.Decide(Ask());

        decision.Outcome.ShouldBe(Outcome.Forbidden);
        decision.DecidedBy.ShouldHaveSingleItem().Strength.ShouldBe(Strength.Right);
    }

    [Fact]
    public void Forbidden_answer_names_what_should_not_be_done_as_well()
    {
        var protocol = Compile(
            "```rule p/1/a\non ask\nshould not\n```\n```rule p/1/b\non ask\nmust not\n```\n```rule p/1/c\non ask\nmay\n```\n"
        );

        protocol.Decide(Ask()).DecidedBy.Select(citation => citation.Norm).ShouldBe(["p/1/a", "p/1/b"]);
    }

    [Theory]
    [InlineData("show \"Be kind.\"", Strength.Is)]
    [InlineData("should show \"Be kind.\"", Strength.Should)]
    [InlineData("must show \"Be kind.\"", Strength.Must)]
    [InlineData("right show \"Be kind.\"", Strength.Right)]
    public void Guidance_keeps_the_strength_of_its_text_and_decides_nothing(string line, Strength strength)
    {
        var protocol = Compile($"```rule p/1/a\non ask\n{line}\n```\n");

        var decision = protocol.Decide(Ask());

        decision.Outcome.ShouldBe(Outcome.Silent);
        decision.Shows.ShouldHaveSingleItem().Citation.Strength.ShouldBe(strength);
        protocol.Norms[0].Rules[0].Lines().ShouldBe(["on ask", line]);
    }

    [Fact]
    public void Noted_silence_that_says_most_about_the_situation_is_the_one_named()
    {
        var protocol = Compile(
            "```rule p/1/a\non ask\nshow \"Be kind.\"\n```\n"
                + "```gap p/a\non ask\nsays \"Anybody.\"\n```\n```gap p/b\non ask by member\nsays \"A member.\"\n```\n"
                + "```gap p/c\non ask by member\nwhen topic is ward\nsays \"A member, about a ward.\"\n```\n"
        );

        protocol.Decide(Ask()).Gap!.Key.ShouldBe("p/b");
        protocol.Decide(Situation.In(SampleProtocol.Vocabulary).Act("ask").By("officer").Build()).Gap!.Key.ShouldBe("p/a");
        protocol
            .Decide(Situation.In(SampleProtocol.Vocabulary).Act("ask").By("member").With("topic", "ward").Build())
            .Gap!.Key.ShouldBe("p/c");
    }

    private static Situation Ask() => Situation.In(SampleProtocol.Vocabulary).Act("ask").By("member").Build();

    private static Protocol Compile(string rules)
    {
        var protocol = Protocol.Compile(SampleProtocol.File(Front + rules));
        protocol.Diagnostics.ShouldBeEmpty();
        return protocol;
    }
}
