using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Service.Tests.ProtocolLibrary;

/// <summary>Which texts a council reads: its own protocol, and the law for its nation and its kind of council.</summary>
public class CouncilTextsTests
{
    [Theory]
    [InlineData("wigan", true)]
    [InlineData("borough", true)]
    [InlineData("generic", false)]
    [InlineData("west-lavington", false)]
    [InlineData("town", false)]
    public void For_a_protocol_reads_the_law_for_its_kind_of_council(string protocol, bool isPrincipal)
    {
        var paths = PathsFor(protocol);

        paths.Contains("law/england/access.protocol.md").ShouldBe(isPrincipal);
        paths.Contains("law/england/standards.protocol.md").ShouldBe(isPrincipal);
        paths.Contains("law/england/standards-parish.protocol.md").ShouldBe(!isPrincipal);
        paths.ShouldContain("law/england-wales-northern-ireland/foi.protocol.md");
        paths.ShouldContain("safeguards/comity.protocol.md");
    }

    [Fact]
    public void For_a_protocol_reads_no_law_of_another_nation_and_nobody_elses_protocol()
    {
        var paths = PathsFor("borough");

        paths.ShouldNotContain(path => path.StartsWith("law/wales/", StringComparison.Ordinal));
        paths.ShouldNotContain(path => path.StartsWith("law/scotland/", StringComparison.Ordinal));
        paths.ShouldNotContain(path => path.StartsWith("law/northern-ireland/", StringComparison.Ordinal));
        paths
            .Where(path => path.EndsWith(".protocol.md", StringComparison.Ordinal))
            .Where(path => path.Split('/')[0] is not ("law" or "safeguards"))
            .ShouldBe(["borough/borough.protocol.md"]);
    }

    [Fact]
    public void For_a_protocol_that_adds_to_a_national_one_reads_that_with_it_and_no_other_council_does()
    {
        const string national = "national/scotland/scottish-national.protocol.md";
        var texts = CouncilTexts.For(PackFolder.ReadTexts(Checkout.PathOf(PackFolder.Name)), "scottish-council");

        var read = ReadTogether.From(texts, "");

        texts.ShouldContain(text => text.Path == national);
        read.Beneath!.Control.Protocol.ShouldBe("scottish-national");
        read.Protocol.Diagnostics.ShouldBeEmpty();
        PathsFor("borough").ShouldNotContain(national);
    }

    private static List<string> PathsFor(string protocol) =>
        [.. CouncilTexts.For(PackFolder.ReadTexts(Checkout.PathOf(PackFolder.Name)), protocol).Select(text => text.Path)];
}
