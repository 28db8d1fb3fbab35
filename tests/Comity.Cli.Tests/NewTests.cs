using System.Text.Json;
using Comity.Protocols.Language;
using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary><c>comity new</c>: what it makes is right from the first moment, and what is there already stays.</summary>
public sealed class NewTests : IDisposable
{
    private readonly TempFolder folder = new();

    /// <summary>Every kind of council in one nation, and every nation for a small council and for a large one.</summary>
    public static TheoryData<string, string> Councils =>
        [
            .. DocumentControl
                .KnownCouncilKinds.Select(kind => (kind, nation: "england"))
                .Union(DocumentControl.KnownNations.SelectMany(nation => new[] { ("parish", nation), ("unitary", nation) })),
        ];

    /// <summary>Every protocol that a council may have as its own.</summary>
    public static TheoryData<string> Keys =>
        [
            .. Directory
                .EnumerateDirectories(Checkout.PathOf("protocols"))
                .Select(path => Path.GetFileName(path))
                .Where(name => File.Exists(Checkout.PathOf($"protocols/{name}/{name}.protocol.md")))
                .Order(StringComparer.Ordinal),
        ];

    private string Parish => Path.Combine(folder.Path, "Hollow Green");

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Councils))]
    public async Task New_protocol_is_right_formatted_and_whole_as_it_stands(string kind, string nation)
    {
        var made = await CliRun.OfAsync("new", Parish, "--kind", kind, "--nation", nation);
        var check = await CliRun.OfAsync("check", Parish);
        var cases = await CliRun.OfAsync("cases", Parish);
        var format = await CliRun.OfAsync("fmt", Parish, "--check");
        var coverage = await CliRun.OfAsync("coverage", Parish, "--mutate");

        made.Code.ShouldBe(ExitCode.Done, made.Error);
        made.Out.ShouldBe($"{Parish}/hollow-green.protocol.md\n{Parish}/cases/first.case\nNext: comity check {Parish}\n");
        check.Out.ShouldBe("hollow-green: 7 norms, 0 errors, 0 warnings\n");
        cases.Out.ShouldBe("9 cases, 9 passed, 0 failed\n");
        format.Code.ShouldBe(ExitCode.Done);
        coverage.Out.ShouldMatch(@"(\d\d) of \1 changes to rules noticed");
        var text = File.ReadAllText(Path.Combine(Parish, "hollow-green.protocol.md"));
        text.ShouldContain($"council-kind: {kind}\nnation: {nation}\n");
        text.ShouldContain("title: Hollow Green Protocol on Member/Officer Relations\n");
        text.ShouldContain("This is a skeleton and nobody's protocol");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task New_protocol_like_another_is_right_and_nobody_has_adopted_it(string key)
    {
        var made = await CliRun.OfAsync("new", Parish, "--like", key);
        var check = await CliRun.OfAsync("check", Parish);
        var cases = await CliRun.OfAsync("cases", Parish);

        made.Code.ShouldBe(ExitCode.Done, made.Error);
        check.Out.ShouldMatch("^hollow-green: [0-9]{2,} norms, 0 errors, 0 warnings\n$");
        cases.Out.ShouldMatch(@"^(\d{2,}) cases, \1 passed, 0 failed\n$");
        var front = File.ReadAllText(Path.Combine(Parish, "hollow-green.protocol.md")).Split("\n---\n")[0];
        front.ShouldContain("\nprotocol: hollow-green\n");
        front.ShouldContain("\nstatus: Draft");
        front.ShouldNotMatch("\n(adopted-on|approved-by|minute): ");
    }

    [Fact]
    public async Task New_protocol_like_another_takes_nation_and_kind_that_are_given()
    {
        await CliRun.OfAsync("new", Parish, "--like", "generic", "--kind", "town", "--nation", "wales");

        File.ReadAllText(Path.Combine(Parish, "hollow-green.protocol.md")).ShouldContain("council-kind: town\nnation: wales\n");
    }

    [Fact]
    public async Task New_where_something_stands_writes_nothing()
    {
        var own = folder.Write("Hollow Green/notes.txt", "ours");

        var run = await CliRun.OfAsync("new", Parish);
        var onFile = await CliRun.OfAsync("new", own.Replace("notes.txt", "notes", StringComparison.Ordinal));
        folder.Write("plain", "a file");
        var file = await CliRun.OfAsync("new", Path.Combine(folder.Path, "plain"));

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain("is there already and is not empty: nothing was written; give another folder");
        Directory.GetFileSystemEntries(Parish).Select(path => Path.GetFileName(path)).Order().ShouldBe(["notes", "notes.txt"]);
        onFile.Code.ShouldBe(ExitCode.Done);
        file.ShouldHaveFailedPolitely(ExitCode.Failed);
        File.ReadAllText(own).ShouldBe("ours");
    }

    [Fact]
    public async Task New_in_an_empty_folder_fills_it()
    {
        Directory.CreateDirectory(Parish);

        (await CliRun.OfAsync("new", Parish)).Code.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("wigan", "there is a `wigan` already: give the folder another name")]
    [InlineData("law", "there is a `law` already")]
    [InlineData("vocabulary", "there is a `vocabulary` already")]
    [InlineData("7 oaks", "gives no name for a protocol: use letters from a to z, digits and hyphens, and begin with a letter")]
    [InlineData("llanfair-pwllgwyngyll.", "gives no name for a protocol")]
    [InlineData("é", "gives no name for a protocol")]
    public async Task New_with_a_name_that_cannot_be_a_key_is_a_mistake_of_usage(string name, string message)
    {
        var run = await CliRun.OfAsync("new", Path.Combine(folder.Path, name));

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain(message);
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--kind", "hamlet")]
    [InlineData("--nation", "cornwall")]
    [InlineData("--like", "wigann")]
    public async Task New_with_a_word_that_is_not_known_is_a_mistake_of_usage(string option, string word)
    {
        var run = await CliRun.OfAsync("new", Parish, option, word);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain(word);
        Directory.Exists(Parish).ShouldBeFalse();
    }

    [Fact]
    public async Task New_as_json_names_key_and_files()
    {
        var run = await CliRun.OfAsync("new", Parish, "--format", "json");

        using var report = JsonDocument.Parse(run.Out);
        report.RootElement.GetProperty("schema").GetString().ShouldBe("comity/new/1");
        report.RootElement.GetProperty("protocol").GetString().ShouldBe("hollow-green");
        report.RootElement.GetProperty("files").GetArrayLength().ShouldBe(2);
    }
}
