namespace Comity.Cli.Tests;

/// <summary>A council's own protocol in a folder of its own: it is lent vocabulary, law and calendars, and is named by its folder.</summary>
public sealed class OwnFolderTests : IDisposable
{
    private const string Protocol =
        "---\nprotocol: lea\ncouncil-kind: parish\nnation: england\n---\n## 1 Replies {#replies}\n\nAn answer is owed.\n\n```rule lea/1/a\non reply by officer to member\nmust due reply 5 working days after received-on\n```\n";

    private const string Cases =
        "case lea/1/a: a week\nact reply\nby officer\nto member\nfact received-on = 2026-06-01\nexpect due reply 2026-06-08\n";

    private readonly TempFolder folder = new();

    public OwnFolderTests()
    {
        folder.Write("council/lea.protocol.md", Protocol);
        folder.Write("council/cases/1.case", Cases);
    }

    private string Council => Path.Combine(folder.Path, "council");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_a_folder_reads_it_with_the_vocabulary_that_comes_with_the_program()
    {
        var run = await CliRun.OfAsync("check", Council);

        run.Code.ShouldBe(ExitCode.Done, run.Out + run.Error);
        run.Out.ShouldBe("lea: 1 norm, 0 errors, 0 warnings\n");
    }

    [Fact]
    public async Task Check_a_faulty_folder_points_into_its_files()
    {
        folder.Write("council/lea.protocol.md", Protocol.Replace("on reply", "on repyl", StringComparison.Ordinal));

        var run = await CliRun.OfAsync("check", Council);

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Out.ShouldContain($"{Council}/lea.protocol.md:11:4: error CP0101: no act is called `repyl` (did you mean `reply`?)");
    }

    [Fact]
    public async Task Cases_of_a_folder_count_with_the_calendars_that_come_with_the_program()
    {
        var named = await CliRun.OfAsync("cases", Council);
        var folderOnly = await CliRun.OfAsync("cases", "--protocols", Council);

        named.Out.ShouldBe("1 case, 1 passed, 0 failed\n", named.Error);
        folderOnly.Out.ShouldBe("1 case, 1 passed, 0 failed\n", "of what is lent to it nothing is run");
    }

    [Fact]
    public async Task Decide_in_a_folder_knows_the_law_beside_it()
    {
        var run = await CliRun.WithInputAsync(
            """{"act": "reply", "by": "officer", "to": "member", "facts": {"received-on": "2026-06-01"}}""",
            "decide",
            Council,
            "-"
        );
        var law = await CliRun.OfAsync("law", Council);

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Out.ShouldContain("Monday 8 June 2026");
        law.Out.ShouldContain("rules of law");
        law.Out.ShouldNotStartWith("0 rules");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Diff_takes_a_folder_on_either_side(bool first)
    {
        string[] sides = first ? [Council, "wigan"] : ["wigan", Council];

        var run = await CliRun.OfAsync(["diff", .. sides, "--act", "reply"]);

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Out.ShouldContain("5 working days after received-on");
    }

    [Fact]
    public async Task Diff_of_two_folders_compares_them()
    {
        folder.Write("other/lea.protocol.md", Protocol.Replace("5 working", "7 working", StringComparison.Ordinal));

        var run = await CliRun.OfAsync("diff", Council, Path.Combine(folder.Path, "other"));

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Out.ShouldContain("7 working days after received-on");
    }

    [Fact]
    public async Task Prove_and_coverage_take_a_folder()
    {
        var proof = await CliRun.OfAsync("prove", Council);
        var coverage = await CliRun.OfAsync("coverage", Council, "--mutate");

        proof.Out.ShouldContain("lea");
        coverage.Out.ShouldContain("lea: 1 of 1 norms present");
        coverage.Out.ShouldContain("changes to rules noticed");
    }

    [Fact]
    public async Task Folder_inside_a_whole_one_is_read_with_what_stands_there()
    {
        using var sample = new SampleProtocols();

        var run = await CliRun.OfAsync("check", Path.Combine(sample.Path, "mill"));

        run.Out.ShouldBe("mill: 8 norms, 0 errors, 0 warnings\n", run.Error);
    }

    [Fact]
    public async Task Folder_with_the_name_of_a_protocol_that_comes_with_the_program_takes_its_place()
    {
        folder.Write("council/lea.protocol.md", Protocol.Replace("lea", "wigan", StringComparison.Ordinal));
        File.Delete(Path.Combine(Council, "cases/1.case"));

        var run = await CliRun.OfAsync("check", Council);

        run.Out.ShouldBe("wigan: 1 norm, 0 errors, 0 warnings\n");
    }

    [Fact]
    public async Task Folder_that_is_not_there_is_a_mistake_of_usage()
    {
        var run = await CliRun.OfAsync("check", "./nowhere");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain("there is no folder `./nowhere`: name a protocol by its key or by its folder");
    }

    [Fact]
    public async Task Folder_without_a_protocol_is_a_mistake_of_usage()
    {
        var empty = Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;

        (await CliRun.OfAsync("check", empty)).ShouldHaveFailedPolitely(ExitCode.Usage);
        (await CliRun.OfAsync("check", "--protocols", empty)).ShouldHaveFailedPolitely(ExitCode.Usage);
    }

    [Fact]
    public async Task Folder_with_two_protocols_is_named_more_closely_where_one_is_needed()
    {
        folder.Write("both/a/a.protocol.md", Protocol.Replace("lea", "a", StringComparison.Ordinal));
        folder.Write("both/b/b.protocol.md", Protocol.Replace("lea", "b", StringComparison.Ordinal));
        var both = Path.Combine(folder.Path, "both");

        var check = await CliRun.OfAsync("check", "--protocols", both);
        var one = await CliRun.OfAsync("check", "b", "--protocols", both);
        var inside = await CliRun.OfAsync("check", Path.Combine(both, "a"));

        check.Out.ShouldBe("a, b: 2 norms, 0 errors, 0 warnings\n", check.Error);
        one.Out.ShouldBe("b: 1 norm, 0 errors, 0 warnings\n");
        inside.Out.ShouldBe("a: 1 norm, 0 errors, 0 warnings\n");
    }
}
