using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary>The program as a whole: help, version, words that it does not know.</summary>
public partial class ProgramTests
{
    /// <summary>One for each command class of the program.</summary>
    public static TheoryData<string> Verbs =>
        [
            .. typeof(Verb)
                .Assembly.GetTypes()
                .Where(type => type.Namespace == "Comity.Cli.Commands" && type.Name.EndsWith("Command", StringComparison.Ordinal))
                .Select(type => type.Name[..^"Command".Length].ToLowerInvariant())
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public async Task Help_lists_every_verb()
    {
        var run = await CliRun.OfAsync("--help");

        run.Code.ShouldBe(ExitCode.Done);
        run.Out.ShouldMatchGolden("help.txt");
        foreach (string verb in Verbs)
        {
            run.Out.ShouldContain($"  {verb} ");
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_on_a_verb_closes_with_examples(string verb)
    {
        var run = await CliRun.OfAsync(verb, "--help");

        run.Code.ShouldBe(ExitCode.Done);
        run.Out.ShouldContain("Examples:\n");
        run.Out.ShouldContain($"comity {verb}");
        run.Out.ShouldContain("--format");
    }

    [Fact]
    public void Document_has_every_verb_exit_code_and_schema()
    {
        var page = Checkout.Read("docs/cli.md");

        foreach (string verb in Verbs)
        {
            page.ShouldContain($"| `{verb}");
        }

        foreach (var code in Enum.GetValues<ExitCode>())
        {
            page.ShouldContain($"\n| {(int)code} | ");
        }

        var schemas = Checkout
            .Files("src/Comity.Cli/Output", ".cs")
            .SelectMany(path => Schema().Matches(Checkout.Read(path)))
            .Select(match => match.Groups[1].Value)
            .ToList();
        schemas.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var schema in schemas)
        {
            page.ShouldContain($"### `{schema}`");
        }
    }

    [Fact]
    public async Task No_verb_is_a_mistake_of_usage()
    {
        var run = await CliRun.OfAsync();

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldBe("comity: say what to do\nSee: comity --help\n");
    }

    [Fact]
    public async Task Unknown_verb_suggests_the_one_meant()
    {
        var run = await CliRun.OfAsync("decied", "wigan");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldBe("comity: no command called `decied`: did you mean `decide`?\nSee: comity --help\n");
    }

    [Fact]
    public async Task Unknown_option_suggests_the_one_meant()
    {
        var run = await CliRun.OfAsync("check", "--formt", "json");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldBe("comity: no option called `--formt`: did you mean `--format`?\nSee: comity check --help\n");
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("ask")]
    [InlineData("verify")]
    public async Task Missing_argument_is_a_mistake_of_usage(string verb)
    {
        var run = await CliRun.OfAsync(verb);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain($"See: comity {verb} --help");
    }

    [Fact]
    public async Task Unknown_format_is_a_mistake_of_usage()
    {
        var run = await CliRun.OfAsync("check", "--format", "xml");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain("xml");
    }

    [GeneratedRegex("Schema \\{ get; \\} = \"([^\"]+)\"")]
    private static partial Regex Schema();
}
