using System.Text.Json;
using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary>The verbs that look at protocol files: check, cases, coverage.</summary>
public sealed class PackTests : IDisposable
{
    private readonly SampleProtocols sample = new();

    public void Dispose() => sample.Dispose();

    private static string Broken => Checkout.PathOf("tests/Comity.Cli.Tests/Broken");

    [Fact]
    public async Task Check_a_clean_protocol_is_done()
    {
        var run = await CliRun.OfAsync("check", "mill", "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Done, run.Out);
        run.Out.ShouldBe("mill: 8 norms, 0 errors, 0 warnings\n");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_the_protocols_of_the_repository_finds_nothing()
    {
        var run = await CliRun.OfAsync("check");

        run.Code.ShouldBe(ExitCode.Done, run.Out);
        run.Out.ShouldContain("wigan");
    }

    [Fact]
    public async Task Check_a_faulty_protocol_says_file_line_column_and_suggestion()
    {
        var run = await CliRun.OfAsync("check", "--protocols", Broken);

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Out.ShouldMatchGolden("check-broken.txt");
        run.Out.ShouldContain("tests/Comity.Cli.Tests/Broken/pond/pond.protocol.md:14:12: error CP0102:");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_as_json_carries_the_same_findings()
    {
        var run = await CliRun.OfAsync("check", "--protocols", Broken, "--format", "json");

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Out.ShouldMatchGolden("check-broken.json");
        using var report = JsonDocument.Parse(run.Out);
        report.RootElement.GetProperty("schema").GetString().ShouldBe("comity/check/1");
        report.RootElement.GetProperty("errors").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Check_an_unknown_protocol_is_a_mistake_of_usage() =>
        (await CliRun.OfAsync("check", "mil", "--protocols", sample.Path)).ShouldHaveFailedPolitely(ExitCode.Usage);

    [Fact]
    public async Task Cases_that_pass_are_done()
    {
        var text = await CliRun.OfAsync("cases", "mill", "--protocols", sample.Path);
        var json = await CliRun.OfAsync("cases", "mill", "--protocols", sample.Path, "--format", "json");

        text.Code.ShouldBe(ExitCode.Done, text.Out);
        text.Out.ShouldBe("9 cases, 9 passed, 0 failed\n");
        json.Out.ShouldMatchGolden("cases.json");
    }

    [Fact]
    public async Task Cases_that_fail_say_where_what_and_instead_of_what()
    {
        var path = Path.Combine(sample.Path, "mill/cases/all.case");
        await File.WriteAllTextAsync(
            path,
            (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace(
                "2026-04-13",
                "2026-04-10",
                StringComparison.Ordinal
            ),
            TestContext.Current.CancellationToken
        );

        var run = await CliRun.OfAsync("cases", "mill", "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldContain(
            "mill/cases/all.case:32: mill/2/a: a key for a week: expected `due return 2026-04-10`, got `return 2026-04-13`"
        );
        run.Out.ShouldEndWith("9 cases, 8 passed, 1 failed\n");
    }

    [Fact]
    public async Task Cases_that_cannot_be_read_are_diagnostics()
    {
        await File.WriteAllTextAsync(
            Path.Combine(sample.Path, "mill/cases/slip.case"),
            "case mill/1.1/a: a slip\nact open-gat\nby visitor\nexpect permitted\n",
            TestContext.Current.CancellationToken
        );

        var run = await CliRun.OfAsync("cases", "mill", "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Error.ShouldContain("slip.case:2:5:");
        run.Error.ShouldContain("open-gate");
    }

    [Fact]
    public async Task Coverage_counts_rules_cases_and_marks()
    {
        using var tests = new TempFolder();
        tests.Write("GateTests.cs", Checkout.Read("tests/Comity.Cli.Tests/Sample/GateTests.cs.txt"));

        var text = await CliRun.OfAsync("coverage", "mill", "--protocols", sample.Path, "--tests", tests.Path);
        var json = await CliRun.OfAsync("coverage", "mill", "--protocols", sample.Path, "--tests", tests.Path, "--format", "json");

        text.Code.ShouldBe(ExitCode.Done, text.Out);
        text.Out.ShouldMatchGolden("coverage.txt");
        text.Out.ShouldContain("mill: 8 of 8 norms present");
        json.Out.ShouldMatchGolden("coverage.json");
    }

    [Fact]
    public async Task Coverage_with_a_norm_missing_from_the_rules_fails_and_names_it()
    {
        await File.AppendAllTextAsync(Path.Combine(sample.Path, "mill/norms.txt"), "mill/9/a\n", TestContext.Current.CancellationToken);

        var run = await CliRun.OfAsync("coverage", "mill", "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldContain("mill: 8 of 9 norms present");
        run.Out.ShouldMatch(@"mill/9/a\s+missing");
    }

    [Fact]
    public async Task Coverage_with_a_norm_without_a_case_fails()
    {
        var path = Path.Combine(sample.Path, "mill/cases/all.case");
        var cases = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path,
            cases[..cases.IndexOf("case mill/4/b", StringComparison.Ordinal)],
            TestContext.Current.CancellationToken
        );

        (await CliRun.OfAsync("coverage", "mill", "--protocols", sample.Path)).Code.ShouldBe(ExitCode.Failed);
    }

    [Fact]
    public async Task Coverage_with_the_mark_of_a_norm_that_is_not_there_fails_and_names_it()
    {
        using var tests = new TempFolder();
        tests.Write("GateTests.cs", "    [Norm(\"mill/7/z\")]\n    public void Do_this() { }\n");

        var run = await CliRun.OfAsync("coverage", "mill", "--protocols", sample.Path, "--tests", tests.Path);

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldContain("mill/7/z on GateTests.Do_this");
    }

    /// <summary>Every folder that holds a protocol with a catalogue of its norms.</summary>
    public static TheoryData<string> Packs =>
        [
            .. Directory
                .EnumerateDirectories(Checkout.PathOf("protocols"))
                .Select(folder => Path.GetFileName(folder))
                .Where(name => File.Exists(Checkout.PathOf($"protocols/{name}/{name}.protocol.md")))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Coverage_of_a_protocol_has_every_norm_of_its_catalogue_and_a_case_for_every_actionable_one(string protocol)
    {
        var norms = Checkout
            .Read($"protocols/{protocol}/norms.txt")
            .Split('\n')
            .Count(line => line.StartsWith(protocol, StringComparison.Ordinal));

        var run = await CliRun.OfAsync("coverage", protocol);

        run.Code.ShouldBe(ExitCode.Done, run.Out);
        run.Out.ShouldContain($"{protocol}: {norms} of {norms} norms present");
    }

    [Theory]
    [MemberData(nameof(Packs))]
    [Trait("Takes", "long")]
    public async Task Coverage_with_mutations_of_a_protocol_of_the_repository_leaves_no_change_unnoticed(string protocol)
    {
        var run = await CliRun.OfAsync("coverage", protocol, "--mutate");

        run.Code.ShouldBe(ExitCode.Done, run.Out);
        run.Out.ShouldMatch(@"(\d{2,}) of \1 changes to rules noticed");
    }

    [Fact]
    public async Task Coverage_with_a_change_that_no_case_notices_fails_and_names_it()
    {
        var path = Path.Combine(sample.Path, "mill/cases/all.case");
        var cases = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var mud = cases.IndexOf("case mill/1.1/a: not over the mud", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            path,
            cases.Remove(mud, cases.IndexOf("case mill/1.2/a", StringComparison.Ordinal) - mud),
            TestContext.Current.CancellationToken
        );

        var run = await CliRun.OfAsync("coverage", "mill", "--mutate", "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldContain("changes to rules noticed.\n  not noticed: mill/mill.protocol.md:18: mill/1.1/a: ");
        run.Out.ShouldContain("without `unless muddy`, which shows in: Open the gate, by visitor; Is it muddy? Yes");
    }

    [Fact]
    public async Task Coverage_table_in_the_documents_is_up_to_date()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "norms.md");

        await CliRun.OfAsync("coverage", "--write", path);

        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        (written == Checkout.Read("docs/norms.md")).ShouldBeTrue("docs/norms.md is stale: run ./comity coverage --write docs/norms.md");
    }

    [Fact]
    public void Marks_in_comments_and_texts_do_not_count() =>
        NormMarks
            .In("// [Norm(\"a/1/a\")]\n\"[Norm(\"a/1/b\")]\"\n    [Fact, Norm(\"a/1/c\")]\n    public void Do() { }\n", "T")
            .ShouldBe([("a/1/c", "T.Do")]);
}
