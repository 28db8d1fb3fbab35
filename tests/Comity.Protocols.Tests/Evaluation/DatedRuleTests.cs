namespace Comity.Protocols.Tests.Evaluation;

/// <summary>Rules that name their source, the days from and until which they hold, and what in them is not verified.</summary>
public class DatedRuleTests
{
    private static readonly Vocabulary Words = Vocabulary.Read([
        new SourceText("v.md", "```act ask\nlabel \"Ask\"\n```\n```act tell\nlabel \"Tell\"\n```\n"),
    ]);

    private const string Text = """
        ---
        protocol: p
        layer: law
        source: The Asking Act 2020
        in-force-from: 2020-06-01
        ---
        ## 1 Asking {#asking}

        Words.

        ```rule p/1/a
        on ask
        until 2023-12-31
        must not

        on ask
        source "The Asking (Amendment) Regulations 2023"
        from 2024-01-01
        unverified "the day on which it began"
        may
        ```
        ```rule p/1/b
        on tell
        may
        ```
        """;

    private static readonly ProtocolFile File = ProtocolFile.Read(new SourceText("p.protocol.md", Text), Words);

    private static Decision Decide(string act, string? day)
    {
        var situation = Situation.In(Words).Act(act);
        return Protocol
            .Compile(File)
            .Decide((day is null ? situation : situation.On(DateOnly.ParseExact(day, "yyyy-MM-dd", null))).Build());
    }

    [Theory]
    [InlineData("2020-05-31", Outcome.Silent)]
    [InlineData("2020-06-01", Outcome.Forbidden)]
    [InlineData("2023-12-31", Outcome.Forbidden)]
    [InlineData("2024-01-01", Outcome.Permitted)]
    [InlineData("2031-01-01", Outcome.Permitted)]
    public void Decide_on_a_day_weighs_the_rules_that_hold_on_it(string day, Outcome outcome) =>
        Decide("ask", day).Outcome.ShouldBe(outcome);

    [Fact]
    public void Decide_without_a_day_weighs_every_rule() => Decide("ask", null).Outcome.ShouldBe(Outcome.Forbidden);

    [Theory]
    [InlineData("2020-05-31", Outcome.Silent)]
    [InlineData("2020-06-01", Outcome.Permitted)]
    public void Decide_takes_the_days_of_the_file_where_a_rule_has_none(string day, Outcome outcome) =>
        Decide("tell", day).Outcome.ShouldBe(outcome);

    [Fact]
    public void Rule_has_its_own_source_or_that_of_its_file()
    {
        File.Diagnostics.ShouldBeEmpty();
        File.Rules.Select(rule => rule.Source)
            .ShouldBe(["The Asking Act 2020", "The Asking (Amendment) Regulations 2023", "The Asking Act 2020"]);
        File.Rules.Select(rule => rule.Unverified).ShouldBe([null, "the day on which it began", null]);
    }

    [Fact]
    public void Decision_carries_source_and_what_is_not_verified()
    {
        var decision = Decide("ask", "2024-01-01");

        decision.DecidedBy.Single().Unverified.ShouldBe(["the day on which it began"]);
        decision.DecidedBy.Single().Sources.ShouldContain("The Asking (Amendment) Regulations 2023");
        Explanation.InWords(decision).ShouldContain("Not verified: the day on which it began");
    }

    [Fact]
    public void Rule_is_written_as_it_was_read()
    {
        var written =
            Text[..Text.IndexOf("```rule p/1/a", StringComparison.Ordinal)]
            + "```rule p/1/a\n"
            + string.Join("\n\n", File.Rules.Take(2))
            + "\n```\n";

        var again = ProtocolFile.Read(new SourceText("p.protocol.md", written), Words);

        again.Diagnostics.ShouldBeEmpty();
        again.Rules.Select(rule => rule.ToString()).ShouldBe(File.Rules.Take(2).Select(rule => rule.ToString()));
    }
}
