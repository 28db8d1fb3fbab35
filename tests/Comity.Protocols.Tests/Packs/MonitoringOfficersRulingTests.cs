using Comity.Protocols.Language;

namespace Comity.Protocols.Tests.Packs;

/// <summary>A Monitoring Officer's ruling beside the protocols of the repository: binding under the generic one (1.2), advice under the others.</summary>
public class MonitoringOfficersRulingTests
{
    // Section 100F is for principal councils: in a parish the right that 8.1 takes from it falls away, and the officers' tests of 8.4 come back.
    private const string Ruling = """
        ---
        protocol: ruling-1
        title: Section 100F and this council
        layer: ruling
        approved-by: Monitoring Officer
        in-force-from: 2026-06-01
        ---
        ## R1 Papers of a meeting {#papers-of-a-meeting-ruled}

        Section 100F gives no right in a parish. Papers of a meeting are seen as anything else in the files is.

        ```rule ruling-1/R1/a
        on inspect-document by member
        despite generic/8.1/b
        must require record of reasonableness met when reasonableness-established
        ```
        """;

    [Fact]
    public void Ruling_takes_the_place_of_the_clause_from_its_day_on()
    {
        var generic = Protocol.Compile(Repository.Library.File("generic")!, Read(Ruling));
        generic.Diagnostics.ShouldBeEmpty();

        var before = generic.Decide(Inspect(new DateOnly(2026, 5, 31)));
        var after = generic.Decide(Inspect(new DateOnly(2026, 6, 1)));

        before.Outcome.ShouldBe(Outcome.Permitted);
        before.DecidedBy.ShouldHaveSingleItem().Norm.ShouldBe("generic/8.1/b");
        after.Outcome.ShouldBe(Outcome.PermittedOnCondition);
        after.Overridden.ShouldContain(found => found.Citation.Norm == "generic/8.1/b" && found.By.Any(by => by.Layer == Layer.Ruling));
        Explanation.InWords(after).ShouldContain("Ruling R1");
    }

    [Theory]
    [InlineData("west-lavington")]
    [InlineData("wigan")]
    [InlineData("borough")]
    [InlineData("town")]
    public void Ruling_where_the_protocol_gives_nobody_the_last_word_is_advice(string key)
    {
        var ruling = Ruling.Replace("despite generic/8.1/b\n", "", StringComparison.Ordinal);

        var protocol = Protocol.Compile(Repository.Library.File(key)!, Read(ruling));

        protocol.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("CP0120");
    }

    private static ProtocolFile Read(string text) =>
        ProtocolFile.Read(new SourceText("ruling-1.ruling.md", text), Repository.Library.Vocabulary);

    private static Situation Inspect(DateOnly on) =>
        Situation
            .In(Repository.Library.Vocabulary)
            .Act("inspect-document")
            .By("member")
            .With("held-or-controlled-by-council", true)
            .With("relates-to-meeting-business", true)
            .On(on)
            .Build();
}
