using Comity.Service.Information;
using Comity.Testing;

namespace Comity.Service.Tests.Information;

/// <summary>Grounds for keeping something back are those of the council's own nation, with the numbers of its own law.</summary>
public sealed class WithholdingGroundsTests
{
    [Theory]
    [InlineData("england", null, "sch12a-1 sch12a-2 sch12a-3 sch12a-4 sch12a-5 sch12a-6 sch12a-7")]
    [InlineData("wales", null, "sch12a-12 sch12a-13 sch12a-14 sch12a-15 sch12a-16 sch12a-17 sch12a-18")]
    [InlineData("northern-ireland", null, "sch6-1 sch6-2 sch6-3 sch6-4 sch6-5 sch6-6 sch6-7")]
    [InlineData("scotland", null, "sch7a-1 sch7a-2 sch7a-3 sch7a-4 sch7a-5 sch7a-7 sch7a-9 sch7a-11 sch7a-12 sch7a-14")]
    [InlineData(
        "scotland",
        "foisa",
        "foisa-12 foisa-14 foisa-25 foisa-26 foisa-27 foisa-30 foisa-33 foisa-35 foisa-36(1) foisa-36(2) foisa-38 foisa-39"
    )]
    [InlineData(
        "scotland",
        "eir",
        "eisr-10(4)(b) eisr-10(4)(c) eisr-10(4)(d) eisr-10(4)(e) eisr-10(5)(b) eisr-10(5)(d) eisr-10(5)(e) eisr-10(5)(f) eisr-11"
    )]
    [InlineData(
        "northern-ireland",
        "eir",
        "eir-12(4)(b) eir-12(4)(c) eir-12(4)(d) eir-12(4)(e) eir-12(5)(b) eir-12(5)(e) eir-12(5)(f) eir-13"
    )]
    public void For_ANationAndALaw_AreItsOwnNumbers(string nation, string? law, string keys)
    {
        var beside =
            law is null ? "sch"
            : law == "foisa" ? "foisa-"
            : "ei";

        WithholdingGrounds
            .For(nation, law)
            .Select(ground => ground.Key)
            .Where(key => key.StartsWith(beside, StringComparison.Ordinal))
            .ShouldBe(keys.Split(' '));
    }

    [Fact]
    public void For_NorthernIreland_HasTheActOf2000AsEnglandHas() => OfTheAct("northern-ireland").ShouldBe(OfTheAct("england"));

    [Theory]
    [InlineData("sch7a-9", "Local Government (Scotland) Act 1973 Schedule 7A paragraph 9: terms in the negotiation of a contract")]
    [InlineData("sch6-3", "Local Government Act (Northern Ireland) 2014 Schedule 6 paragraph 3: somebody’s financial or business affairs")]
    [InlineData("sch6-1", "Local Government Act (Northern Ireland) 2014 Schedule 6 paragraph 1 (number unverified): about an individual")]
    [InlineData("eisr-10(4)(b)", "Environmental Information (Scotland) Regulations 2004 reg.10(4)(b): manifestly unreasonable")]
    [InlineData("foisa-38", "Freedom of Information (Scotland) Act 2002 s.38: personal information")]
    public void InFull_NamesTheProvisionAndSaysWhereItsNumberWasNotCompared(string key, string words) =>
        WithholdingGrounds.InFull(key).ShouldBe(words);

    [Fact]
    public void Keys_AreEachOfOneGroundAlone()
    {
        foreach (var nation in new[] { "england", "wales", "scotland", "northern-ireland" })
        {
            foreach (var law in new[] { null, "foia", "eir", "foisa" })
            {
                WithholdingGrounds.For(nation, law).Select(ground => ground.Key).ShouldBeUnique();
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Decide_InNorthernIreland_OffersItsSchedule(DatabaseKind kind)
    {
        await using var scene = await InformationScene.StartAsync(kind, "wigan", nation: "northern-ireland");
        var matter = await scene.Council.MatterAsync(scene.Reference);

        var offered = await scene.Council.DoAsync<DecideItem, IReadOnlyList<WithholdingGround>>(decide =>
            decide.GroundsAsync(matter, default)
        );

        offered.ShouldContain(ground => ground.Key == "sch6-7");
        offered.ShouldNotContain(ground => ground.Law.Contains("1972 Schedule"));
    }

    private static IEnumerable<string> OfTheAct(string nation) =>
        WithholdingGrounds.For(nation, "foia").Select(ground => ground.Key).Where(key => key.StartsWith("foia-", StringComparison.Ordinal));
}
