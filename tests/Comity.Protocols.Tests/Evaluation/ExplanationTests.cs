using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Evaluation;

public class ExplanationTests
{
    [Theory]
    [InlineData(
        "west-lavington",
        "member",
        "clerk",
        "Step 2: the Clerk (4.5). It is about the Clerk, who does not deal with it: nobody is named instead."
    )]
    [InlineData(
        "generic",
        "clerk",
        "chairman-of-council",
        "Step 1: the Clerk and the Monitoring Officer (6.1). The Clerk raised it and does not deal with it: the Monitoring Officer is left."
    )]
    public void Explain_a_step_that_falls_to_a_party_says_who_is_left(string protocol, string by, string about, string line) =>
        Words(protocol, "raise-concern", by, about).ShouldContain(line);

    [Fact]
    public void Explain_a_step_that_falls_to_nobody_concerned_says_no_more_than_the_step() =>
        Words("west-lavington", "raise-concern", "member", "officer").ShouldContain("Step 2: the Clerk (4.5).");

    [Fact]
    public void Explain_a_step_that_is_no_concern_lets_its_office_act_on_its_own_wish() =>
        Words("generic", "publish-press-statement", "member", null)
            .ShouldNotContain(line => line.Contains("raised it", StringComparison.Ordinal));

    [Fact]
    public void Explain_rules_of_one_clause_that_give_way_within_it_says_so_once() =>
        Words("town", "raise-concern", "personnel-committee-chairman", "clerk")
            .Where(line => line.StartsWith("Clause 11", StringComparison.Ordinal))
            .ShouldBe(["Clause 11, If things go wrong has an exception, which holds here."]);

    [Fact]
    public void Explain_a_silence_with_guidance_does_not_say_that_the_protocol_says_nothing() =>
        Words("west-lavington", "serve-impartially", "officer", null)[0].ShouldBe("No rule decides this. The protocol has guidance on it.");

    [Fact]
    public void Explain_a_noted_silence_says_that_the_protocol_does_not_say() =>
        Words("west-lavington", "copy-correspondence", "clerk", null)[0].ShouldBe("The protocol does not say.");

    [Fact]
    public void Explain_a_silence_shows_what_the_nearest_norm_says_about_the_same_act_and_leaves_out_the_rest() =>
        Words("west-lavington", "raise-concern", "chairman-of-council", "clerk")
            .Where(line => line.StartsWith("Nearest:", StringComparison.Ordinal))
            .ShouldNotContain("Nearest: Personnel matters are yours. (4.2).");

    [Fact]
    public void Explain_a_condition_that_is_a_fact_gives_its_question() =>
        Words("west-lavington", "ask-information", "member", null)
            .ShouldContain("Condition, met: yes to “Does it matter to the member's duties or position?” (3.1).");

    private static string[] Words(string protocol, string act, string by, string? about)
    {
        var compiled = Repository.Library.Compile(protocol);
        var said = Situation.In(compiled.Vocabulary).Act(act).By(by);
        return Explanation.InWords(compiled.Decide((about is null ? said : said.About(about)).Build())).Split('\n');
    }
}
