using Comity.Protocols.Language;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>A ruling on what a protocol means: dated, binding only where the protocol says so, and above the protocol alone.</summary>
public class RulingTests
{
    private const string ProtocolText = """
        ---
        protocol: p
        binding-rulings: p/1/a
        ---
        ## 1 One {#one}
        ```rule p/1/a
        on tell
        must show "The Monitoring Officer's reading counts."
        ```
        ```rule p/1/b
        on ask
        must not
        ```
        """;

    private const string Ruling = """
        ---
        protocol: r
        layer: ruling
        in-force-from: 2026-05-01
        in-force-until: 2026-06-30
        ---
        ## 1 Asking in person {#asking-in-person}
        ```rule r/1/a
        on ask by member
        despite p/1/b
        may
        ```
        """;

    [Theory]
    [InlineData("2026-04-30", Outcome.Forbidden)]
    [InlineData("2026-05-01", Outcome.Permitted)]
    [InlineData("2026-06-30", Outcome.Permitted)]
    [InlineData("2026-07-01", Outcome.Forbidden)]
    public void Ruling_overrides_the_protocol_on_its_days(string on, Outcome outcome)
    {
        var decision = Compile(ProtocolText, Ruling).Decide(Ask(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));

        decision.Outcome.ShouldBe(outcome);
        decision.DecidedBy.ShouldHaveSingleItem().Layer.ShouldBe(outcome == Outcome.Permitted ? Layer.Ruling : Layer.Protocol);
    }

    [Fact]
    public void Ruling_without_a_day_in_the_situation_holds_as_the_text_stands() =>
        Compile(ProtocolText, Ruling).Decide(Ask(null)).Outcome.ShouldBe(Outcome.Permitted);

    [Fact]
    public void Ruling_where_none_is_binding_decides_nothing()
    {
        var protocol = Compile(ProtocolText.Replace("binding-rulings: p/1/a\n", "", StringComparison.Ordinal), Ruling);

        protocol.Diagnostics.Select(found => found.Id).ShouldBe(["CP0120"]);
        protocol.Decide(Ask(new DateOnly(2026, 5, 1))).Outcome.ShouldBe(Outcome.CannotTell);
    }

    [Fact]
    public void Ruling_never_overrides_the_law()
    {
        const string law = "---\nprotocol: l\nlayer: law\n---\n## 1 One {#one}\n```rule l/1/a\non ask\nmust not\n```\n";

        var protocol = Compile(ProtocolText, Ruling.Replace("despite p/1/b", "despite l/1/a", StringComparison.Ordinal), law);

        protocol.Diagnostics.Select(found => found.Id).ShouldBe(["CP0107"]);
    }

    [Fact]
    public void Norm_that_makes_rulings_binding_must_be_there() =>
        Compile(ProtocolText.Replace("rulings: p/1/a", "rulings: p/9/a", StringComparison.Ordinal))
            .Diagnostics.Select(found => found.Id)
            .ShouldBe(["CP0106"]);

    private static Protocol Compile(string protocol, params string[] layers) =>
        Protocol.Compile(SampleProtocol.File(protocol), layers.Select(layer => SampleProtocol.File(layer)));

    private static Situation Ask(DateOnly? on)
    {
        var situation = Situation.In(SampleProtocol.Vocabulary).Act("ask").By("member");
        return on is { } day ? situation.On(day).Build() : situation.Build();
    }
}
