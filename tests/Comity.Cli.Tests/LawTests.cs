using System.Text.Json;

namespace Comity.Cli.Tests;

/// <summary><c>comity law</c>: the rules of law beside a protocol.</summary>
public class LawTests
{
    [Fact]
    public async Task Law_beside_a_protocol_of_a_principal_council_has_sources_and_days()
    {
        var run = await CliRun.OfAsync("law", "borough");

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Out.ShouldContain("access-england/sch12A-3/a: Local Government Act 1972 s.100F(2A)(a), from 2006-03-01");
        run.Out.ShouldNotContain("standards-parish");
        run.Out.ShouldNotContain("scotland/");
    }

    [Fact]
    public async Task Law_that_is_not_verified_is_that_of_the_councils_nation_alone()
    {
        var english = await CliRun.OfAsync("law", "borough", "--unverified");
        var scottish = await CliRun.OfAsync("law", "scottish-council", "--unverified");

        english.Out.ShouldContain("foi/");
        english.Out.ShouldNotContain("Scotland");
        scottish.Out.ShouldContain("foisa/");
        scottish.Out.ShouldNotContain("foi/s.10");
    }

    [Fact]
    public async Task Law_beside_a_protocol_of_a_parish_has_no_section_100F()
    {
        var run = await CliRun.OfAsync("law", "generic");

        run.Out.ShouldContain("standards-parish/s.28/a");
        run.Out.ShouldNotContain("access-england");
    }

    [Fact]
    public async Task Law_unverified_lists_the_points_for_the_monitoring_officer()
    {
        var run = await CliRun.OfAsync("law", "borough", "--unverified", "--format", "json");

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        using var report = JsonDocument.Parse(run.Out);
        report.RootElement.GetProperty("schema").GetString().ShouldBe("comity/law/1");
        var rules = report.RootElement.GetProperty("rules").EnumerateArray().ToList();
        rules.ShouldNotBeEmpty();
        rules.ShouldAllBe(rule => rule.GetProperty("unverified").GetString()!.Length > 0);
    }

    [Fact]
    public async Task Law_of_a_protocol_that_is_not_there_is_a_mistake_of_usage() =>
        (await CliRun.OfAsync("law", "boroug")).ShouldHaveFailedPolitely(ExitCode.Usage);
}
