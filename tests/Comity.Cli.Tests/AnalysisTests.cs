using System.Text.Json;

namespace Comity.Cli.Tests;

/// <summary>The verbs that analyse: check with its situations, prove, diff.</summary>
public sealed class AnalysisTests : IDisposable
{
    private readonly SampleProtocols sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task Check_a_contradiction_gives_a_situation_that_decide_reproduces()
    {
        await ChangeAsync("## 4 The pond", "```rule mill/3/c\non fish by visitor\nmay\n```\n\n## 4 The pond");
        using var shown = new TempFolder();

        var run = await CliRun.OfAsync("check", "mill", "--protocols", sample.Path, "--situations", shown.Path);

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Out.ShouldContain("warning CP0401: `mill/3/c` permits what `mill/4/b` forbids, and neither says which prevails");
        var file = Directory.GetFiles(shown.Path).ShouldHaveSingleItem();
        var decided = await CliRun.OfAsync("decide", "mill", file, "--protocols", sample.Path, "--format", "json");
        decided.Code.ShouldBe(ExitCode.Forbidden, decided.Error);
        decided.Out.ShouldContain("mill/4/b");
    }

    [Fact]
    public async Task Check_as_json_carries_the_situation()
    {
        await ChangeAsync("## 4 The pond", "```rule mill/3/c\non fish by visitor\nmay\n```\n\n## 4 The pond");

        var run = await CliRun.OfAsync("check", "mill", "--protocols", sample.Path, "--format", "json");

        using var report = JsonDocument.Parse(run.Out);
        var situation = report.RootElement.GetProperty("findings")[0].GetProperty("situation");
        situation.GetProperty("act").GetString().ShouldBe("fish");
        situation.GetProperty("facts").GetProperty("season").GetString().ShouldBe("close-season");
    }

    [Fact]
    public async Task Check_with_a_rule_that_gives_way_is_done()
    {
        await ChangeAsync("## 4 The pond", "```rule mill/3/c\non fish by visitor\nsubject to mill/4/b\nmay\n```\n\n## 4 The pond");

        (await CliRun.OfAsync("check", "mill", "--protocols", sample.Path)).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Prove_a_dead_end_gives_a_situation_that_decide_reproduces()
    {
        using var shown = new TempFolder();

        var text = await CliRun.OfAsync("prove", "mill", "--protocols", sample.Path, "--situations", shown.Path);
        var json = await CliRun.OfAsync("prove", "mill", "--protocols", sample.Path, "--format", "json");

        text.Code.ShouldBe(ExitCode.Diagnostics);
        text.Out.Replace(shown.Path, "shown", StringComparison.Ordinal).ShouldMatchGolden("prove.txt");
        json.Out.ShouldMatchGolden("prove.json");
        var file = Directory.GetFiles(shown.Path).First(path => File.ReadAllText(path).Contains("about: miller", StringComparison.Ordinal));
        var decided = await CliRun.OfAsync("decide", "mill", file, "--protocols", sample.Path);
        decided.Code.ShouldBe(ExitCode.Referred, decided.Error);
        decided.Out.ShouldContain("nobody, the protocol leaves a gap here [mill/3/b]");
    }

    [Fact]
    public async Task Prove_with_a_substitute_fills_the_gap()
    {
        var run = await CliRun.OfAsync("prove", "mill", "--protocols", sample.Path, "--substitute", "miller=visitor");

        run.Out.ShouldNotContain("about miller: the route ends");
    }

    [Fact]
    public async Task Prove_with_an_arrangement_adds_its_steps()
    {
        var path = Path.Combine(sample.Path, "ours.md");
        await File.WriteAllTextAsync(
            path,
            "---\nprotocol: ours\nlayer: arrangement\n---\n## A Ours {#ours}\n```rule ours/A/a\non complain\nis wall matter hidden from subject\nis route to miller or else somebody-else as last after miller\n```\n",
            TestContext.Current.CancellationToken
        );

        var run = await CliRun.OfAsync("prove", "mill", "--protocols", sample.Path, "--with", path);

        run.Out.ShouldContain("holds: every wall around a concern excludes the person it is about");
    }

    [Theory]
    [InlineData("prove", "mil")]
    [InlineData("prove", "mill", "--substitute", "miller")]
    [InlineData("prove", "mill", "--substitute", "millers=visitor")]
    [InlineData("prove", "mill", "--with", "no-such-file.md")]
    [InlineData("diff", "mill")]
    [InlineData("diff", "mill", "mil")]
    [InlineData("diff", "mill", "./no-such-file.md")]
    [InlineData("diff", "mill", "mill", "--act", "fsh")]
    [InlineData("diff", "mill", "mill", "--limit", "0")]
    public async Task What_cannot_be_understood_is_a_mistake_of_usage(params string[] args) =>
        (await CliRun.OfAsync([.. args, "--protocols", sample.Path])).ShouldHaveFailedPolitely(ExitCode.Usage);

    [Fact]
    public async Task Diff_of_two_versions_shows_the_situations_that_differ()
    {
        var path = Path.Combine(sample.Path, "mill-2.md");
        var text = await File.ReadAllTextAsync(Path.Combine(sample.Path, "mill/mill.protocol.md"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path,
            text.Replace("unless muddy\n", "", StringComparison.Ordinal)
                .Replace("on climb-gate\nmust not", "on climb-gate\nshould not", StringComparison.Ordinal)
                .Replace("route to miller after", "route to head-warden or miller as miller after", StringComparison.Ordinal)
                .Replace("5 working days", "10 working days", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var run = await CliRun.OfAsync("diff", "mill", path, "--protocols", sample.Path);
        var json = await CliRun.OfAsync("diff", "mill", path, "--protocols", sample.Path, "--format", "json");

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Out.Replace(path, "mill-2", StringComparison.Ordinal).ShouldMatchGolden("diff.txt");
        json.Out.Replace(path, "mill-2", StringComparison.Ordinal).ShouldMatchGolden("diff.json");
        run.Out.ShouldContain("forbidden by 1.2");
    }

    [Fact]
    public async Task Diff_of_a_protocol_with_itself_finds_nothing()
    {
        var run = await CliRun.OfAsync("diff", "mill", "mill", "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Done);
        run.Out.ShouldBe("mill and mill answer every situation alike\n");
    }

    [Fact]
    public async Task Diff_with_a_version_that_cannot_be_read_says_why()
    {
        var path = Path.Combine(sample.Path, "mill-3.md");
        await File.WriteAllTextAsync(
            path,
            "---\nprotocol: mill\n---\n## 1 One {#one}\n```rule mill/1/a\non opn-gate\nmay\n```\n",
            TestContext.Current.CancellationToken
        );

        var run = await CliRun.OfAsync("diff", "mill", path, "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Error.ShouldContain("CP0101");
    }

    [Fact]
    public async Task Diff_shows_a_few_ways_of_each_act_and_says_how_many_more_there_are()
    {
        var usual = await CliRun.OfAsync("diff", "wigan", "town");
        var one = await CliRun.OfAsync("diff", "wigan", "town", "--limit", "1");
        var all = await CliRun.OfAsync("diff", "wigan", "town", "--all");
        var act = await CliRun.OfAsync("diff", "wigan", "town", "--act", "raise-concern");
        var json = await CliRun.OfAsync("diff", "wigan", "town", "--format", "json");

        var acts = JsonDocument.Parse(json.Out).RootElement.GetProperty("acts").EnumerateArray().ToList();
        acts.ShouldAllBe(found => found.GetProperty("ways").GetInt32() == found.GetProperty("differences").GetArrayLength());
        var ways = acts.Sum(found => found.GetProperty("ways").GetInt32());
        Situations(usual).ShouldBe(acts.Sum(found => Math.Min(3, found.GetProperty("ways").GetInt32())));
        Situations(one).ShouldBe(acts.Count);
        Situations(all).ShouldBe(ways);
        usual.Out.ShouldContain("--all shows the others");
        all.Out.ShouldEndWith($"wigan and town differ in {ways} ways on {acts.Count} acts\n");
        act.Out.ShouldStartWith("Raise a concern (raise-concern): ");
        act.Out.ShouldNotContain("more ways");

        // What anybody may meet comes first.
        acts.Select(found => found.GetProperty("differences")[0].GetProperty("unusual").GetInt32()).ShouldBeInOrder();
    }

    // Each way has its situation on a line of its own, two spaces in.
    private static int Situations(CliRun run) =>
        run
            .Out.Split('\n')
            .Count(line =>
                line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ' && !line.StartsWith("  and ", StringComparison.Ordinal)
            );

    private async Task ChangeAsync(string old, string changed)
    {
        var path = Path.Combine(sample.Path, "mill/mill.protocol.md");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        text.ShouldContain(old);
        await File.WriteAllTextAsync(path, text.Replace(old, changed, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}
