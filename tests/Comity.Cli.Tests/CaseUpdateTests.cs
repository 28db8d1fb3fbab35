using System.Text;
using System.Text.Json;

namespace Comity.Cli.Tests;

/// <summary><c>comity cases --update</c>: what the protocol answers now is written into the cases, and nothing else is touched.</summary>
public sealed class CaseUpdateTests : IDisposable
{
    private readonly SampleProtocols sample = new();

    public void Dispose() => sample.Dispose();

    private string Protocol => Path.Combine(sample.Path, "mill/mill.protocol.md");

    private string Cases => Path.Combine(sample.Path, "mill/cases/all.case");

    [Fact]
    public async Task Update_after_a_change_of_a_rule_shows_what_was_and_what_is_and_then_the_cases_pass()
    {
        Change(Protocol, "must due return 5 working days", "must due return 6 working days");
        var before = File.ReadAllText(Cases);

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Out.ShouldContain(
            "mill/cases/all.case:24: mill/2/a: a key for a week\n  was  expect due return 2026-04-13\n  now  expect due return 2026-04-14\n  decided by mill/2/a\n"
        );
        run.Out.ShouldEndWith("9 cases, 8 passed, 1 updated\n");
        File.ReadAllText(Cases).ShouldBe(before.Replace("due return 2026-04-13", "due return 2026-04-14", StringComparison.Ordinal));
        (await CliRun.OfAsync("cases", "mill", "--protocols", sample.Path)).Out.ShouldBe("9 cases, 9 passed, 0 failed\n");
    }

    [Fact]
    public async Task Update_without_a_difference_leaves_every_byte_and_the_time_of_the_files()
    {
        var before = (File.ReadAllBytes(Cases), File.GetLastWriteTimeUtc(Cases));

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Done);
        run.Out.ShouldBe("9 cases, 9 passed, 0 failed\n");
        File.ReadAllBytes(Cases).ShouldBe(before.Item1);
        File.GetLastWriteTimeUtc(Cases).ShouldBe(before.Item2);
    }

    [Fact]
    public async Task Update_keeps_comments_order_indents_line_endings_and_byte_order_mark()
    {
        var crlf =
            "\uFEFF# A comment, é and 🙂.\r\ncase mill/1.1/a: in\r\n\tact open-gate\r\n  by visitor\r\n  # What is expected.\r\n  expect   forbidden \r\n\texpect register gate-book\r\n\r\n# The end.\r\n";
        File.WriteAllBytes(Cases, Encoding.UTF8.GetBytes(crlf));

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        File.ReadAllBytes(Cases)
            .ShouldBe(Encoding.UTF8.GetBytes(crlf.Replace("  expect   forbidden \r", "  expect permitted\r", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dry_run_shows_the_same_and_writes_nothing()
    {
        Change(Protocol, "must due return 5 working days", "must due return 6 working days");
        var before = File.ReadAllBytes(Cases);

        var dry = await UpdateAsync("--dry-run");
        var untouched = File.ReadAllBytes(Cases);
        var wet = await UpdateAsync();

        dry.Code.ShouldBe(ExitCode.Failed);
        untouched.ShouldBe(before);
        dry.Out.Replace("would be updated", "updated", StringComparison.Ordinal).ShouldBe(wet.Out);
    }

    [Fact]
    public async Task Update_follows_an_answer_that_became_another()
    {
        Change(
            Protocol,
            "on open-gate by visitor\nunless muddy\nmay\nis register gate-book\n",
            "on open-gate by visitor\nmust not\ninstead fish\n"
        );

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Out.ShouldContain(
            "  was  expect permitted\n  now  expect forbidden\n  was  expect register gate-book\n  now  nothing of the kind\n"
        );
        var cases = File.ReadAllText(Cases);
        cases.ShouldStartWith("case mill/1.1/a: a visitor comes in\nact open-gate\nby visitor\nexpect forbidden\n\ncase mill/1.1/a");
        cases.ShouldContain("fact muddy = yes\nexpect forbidden\n");
        (await CliRun.OfAsync("cases", "mill", "--protocols", sample.Path)).Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("expect cites 1.1", "expect cites 1.2", "expect cites 1.1")]
    [InlineData("expect cites 1.1", "expect cites mill/2/a", "expect cites mill/1.1/a")]
    [InlineData("expect permitted", "expect not cites 1.1", "expect cites 1.1")]
    [InlineData("expect permitted", "expect due return 2026-04-13", "expect no due return")]
    [InlineData("expect permitted", "expect route miller", "expect route none")]
    [InlineData("expect permitted", "expect gap mill/picnics", null)]
    [InlineData("expect register gate-book", "expect register keys", "expect register gate-book")]
    [InlineData("expect permitted", "expect shows mill/1.2/a", "expect shows mill/1.1/a")]
    [InlineData("expect permitted", "expect asks muddy", null)]
    [InlineData("expect permitted", "expect presumes season", "expect presumes muddy")]
    [InlineData("expect permitted", "expect wall matter visible to warden", null)]
    public async Task Update_puts_what_the_answer_has_in_the_place_of_what_it_has_not(string other, string wrong, string? now)
    {
        var stays = other == now ? "expect permitted" : other;
        File.WriteAllText(Cases, $"case mill/1.1/a: in\nact open-gate\nby visitor\n{stays}\n{wrong}\n");

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        File.ReadAllText(Cases).ShouldBe($"case mill/1.1/a: in\nact open-gate\nby visitor\n{stays}\n{(now is null ? "" : now + "\n")}");
    }

    [Fact]
    public async Task Update_never_leaves_a_case_that_expects_nothing()
    {
        File.WriteAllText(Cases, "case mill/1.2/a: over\nact climb-gate\nby visitor\nexpect asks muddy");

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        File.ReadAllText(Cases).ShouldBe("case mill/1.2/a: over\nact climb-gate\nby visitor\nexpect forbidden");
    }

    [Fact]
    public async Task Update_leaves_a_case_alone_that_was_answered_with_an_error()
    {
        Change(Protocol, "on paint-gate\nshould not", "on paint-gate\nshould nought");
        File.AppendAllText(Cases, "\ncase mill/9/z: no such norm\nact fish\nexpect permitted\n");
        var before = File.ReadAllBytes(Cases);

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldContain("mill/1.3/a: leave it as it is: left alone: ");
        run.Out.ShouldContain("mill/9/z: no such norm: left alone: expected a norm `mill/9/z`, got none with that id");
        run.Out.ShouldEndWith(", 2 left alone\n");
        File.ReadAllBytes(Cases).ShouldBe(before);
    }

    [Fact]
    public async Task Update_leaves_a_file_alone_in_which_a_line_cannot_be_read()
    {
        Change(Protocol, "must due return 5 working days", "must due return 6 working days");
        Change(Cases, "expect instead open-gate", "expect instaed open-gate");
        var before = File.ReadAllBytes(Cases);

        var run = await UpdateAsync();

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Error.ShouldContain("CP0305");
        run.Out.ShouldContain("mill/2/a: a key for a week: left alone: its file has lines that cannot be read");
        File.ReadAllBytes(Cases).ShouldBe(before);
    }

    [Fact]
    public async Task Update_as_json_carries_the_changes()
    {
        Change(Protocol, "must due return 5 working days", "must due return 6 working days");

        var run = await UpdateAsync("--format", "json");

        using var report = JsonDocument.Parse(run.Out);
        var change = report.RootElement.GetProperty("changes")[0];
        change.GetProperty("norm").GetString().ShouldBe("mill/2/a");
        change.GetProperty("lines")[0].GetProperty("was").GetString().ShouldBe("due return 2026-04-13");
        change.GetProperty("lines")[0].GetProperty("now")[0].GetString().ShouldBe("due return 2026-04-14");
        change.GetProperty("decided-by")[0].GetString().ShouldBe("mill/2/a");
        report.RootElement.GetProperty("left-alone").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Dry_run_alone_is_a_mistake_of_usage()
    {
        var run = await CliRun.OfAsync("cases", "mill", "--protocols", sample.Path, "--dry-run");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain("--dry-run goes with --update");
    }

    private Task<CliRun> UpdateAsync(params string[] more) =>
        CliRun.OfAsync(["cases", "mill", "--protocols", sample.Path, "--update", .. more]);

    private static void Change(string path, string was, string now)
    {
        var text = File.ReadAllText(path);
        text.ShouldContain(was);
        File.WriteAllText(path, text.Replace(was, now, StringComparison.Ordinal));
    }
}
