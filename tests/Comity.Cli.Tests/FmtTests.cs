using System.Text;
using System.Text.Json;

namespace Comity.Cli.Tests;

/// <summary><c>comity fmt</c>: files, folders and what it refuses. How a text is formatted is tested beside the formatter.</summary>
public sealed class FmtTests : IDisposable
{
    private const string Untidy =
        "---\r\nprotocol: p\r\n---\r\n## 1 One {#one}\r\n\r\nWörds  🙂.\r\n```rule p/1/a\r\non   ask\r\nmay\r\n```\r\n";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Format_a_file_writes_it_once_and_names_it()
    {
        var path = folder.Write("p/p.protocol.md", "\uFEFF" + Untidy);

        var first = await CliRun.OfAsync("fmt", path);
        var written = File.ReadAllBytes(path);
        var second = await CliRun.OfAsync("fmt", path);

        first.Code.ShouldBe(ExitCode.Done, first.Error);
        first.Out.ShouldBe($"{path}\n1 file, 1 changed\n");
        written.ShouldBe(Encoding.UTF8.GetBytes("\uFEFF" + Untidy.Replace("on   ask", "on ask", StringComparison.Ordinal)));
        second.Out.ShouldBe("1 file, 0 changed\n");
        File.ReadAllBytes(path).ShouldBe(written);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path], "nothing is left beside it");
    }

    [Fact]
    public async Task Check_names_the_files_fails_and_writes_nothing()
    {
        var path = folder.Write("p/p.protocol.md", Untidy);
        folder.Write("q/q.protocol.md", Untidy.Replace("on   ask", "on ask", StringComparison.Ordinal));
        folder.Write("q/notes.md", Untidy);

        var run = await CliRun.OfAsync("fmt", folder.Path, "--check");

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldBe($"{path}\n");
        File.ReadAllText(path).ShouldBe(Untidy);
    }

    [Fact]
    public async Task Check_the_protocols_of_the_repository_is_done()
    {
        var run = await CliRun.OfAsync("fmt", "--check");

        run.Code.ShouldBe(ExitCode.Done, run.Out);
        run.Out.ShouldMatch("^[0-9]{2,} files, 0 changed\n$");
    }

    [Fact]
    public async Task Format_a_file_with_errors_says_where_and_leaves_it_while_others_are_written()
    {
        var faulty = folder.Write("p/p.protocol.md", Untidy.Replace("may\r", "mya\r", StringComparison.Ordinal));
        var sound = folder.Write("q/q.protocol.md", Untidy);
        var before = File.ReadAllBytes(faulty);

        var run = await CliRun.OfAsync("fmt", folder.Path);

        run.Code.ShouldBe(ExitCode.Diagnostics);
        run.Error.ShouldStartWith($"{faulty}:9:1: error CP0016: no line of a rule starts with `mya` (did you mean `may`?)\n");
        run.Out.ShouldBe($"{sound}\n2 files, 1 changed\n");
        File.ReadAllBytes(faulty).ShouldBe(before);
    }

    [Fact]
    public async Task Format_as_json_carries_files_and_errors()
    {
        folder.Write("p/p.protocol.md", Untidy.Replace("may\r", "mya\r", StringComparison.Ordinal));
        folder.Write("q/q.protocol.md", Untidy);

        var run = await CliRun.OfAsync("fmt", folder.Path, "--check", "--format", "json");

        using var report = JsonDocument.Parse(run.Out);
        report.RootElement.GetProperty("schema").GetString().ShouldBe("comity/fmt/1");
        report.RootElement.GetProperty("files").GetInt32().ShouldBe(2);
        report.RootElement.GetProperty("changed").GetArrayLength().ShouldBe(1);
        report.RootElement.GetProperty("errors")[0].GetProperty("id").GetString().ShouldBe("CP0016");
    }

    [Fact]
    public async Task Format_a_file_that_is_not_utf8_fails_and_leaves_it()
    {
        var path = folder.Write("p.protocol.md", "");
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes(Untidy), 0xE9, 0x0A]);

        var run = await CliRun.OfAsync("fmt", path);

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain("is not text in UTF-8: save it as UTF-8 in your editor");
    }

    [Fact]
    public async Task Format_a_file_that_may_only_be_read_fails_and_leaves_it()
    {
        var path = folder.Write("p/p.protocol.md", Untidy);
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var run = await CliRun.OfAsync("fmt", path);

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain("may only be read");
        File.ReadAllText(path).ShouldBe(Untidy);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Theory]
    [InlineData("nowhere", "there is no file or folder")]
    [InlineData("docs", "holds no protocol")]
    [InlineData("LICENSE", "is no protocol file")]
    public async Task Format_what_is_no_protocol_is_a_mistake_of_usage(string path, string message)
    {
        var run = await CliRun.OfAsync("fmt", path);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Format_through_a_link_writes_what_it_points_to()
    {
        var path = folder.Write("p.protocol.md", Untidy);
        var link = Path.Combine(folder.Path, "link.protocol.md");
        File.CreateSymbolicLink(link, path);

        await CliRun.OfAsync("fmt", link);

        File.ReadAllText(path).ShouldContain("on ask\r\n");
        new FileInfo(link).LinkTarget.ShouldBe(path);
    }
}
