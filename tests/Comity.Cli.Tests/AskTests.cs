using System.Text.Json;

namespace Comity.Cli.Tests;

public sealed class AskTests : IDisposable
{
    private readonly SampleProtocols sample = new();

    public void Dispose() => sample.Dispose();

    private Task<CliRun> AskAsync(string answers, params string[] more) =>
        CliRun.WithInputAsync(answers, ["ask", "mill", "--protocols", sample.Path, .. more]);

    [Fact]
    public async Task Ask_until_it_is_settled_asks_only_what_can_change_the_answer()
    {
        var run = await AskAsync("fish\n2\n");

        run.Code.ShouldBe(ExitCode.Forbidden, run.Error);
        run.Error.ShouldContain("Which season is it?");
        run.Error.ShouldNotContain("Is it muddy?");
        run.Out.ShouldStartWith("No. This is final.");
    }

    [Fact]
    public async Task Ask_as_json_keeps_questions_out_of_the_answer()
    {
        var run = await AskAsync("fish\nopen-season\n", "--format", "json");

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        using var answer = JsonDocument.Parse(run.Out);
        answer.RootElement.GetProperty("situation").GetProperty("facts").GetProperty("season").GetString().ShouldBe("open-season");
    }

    [Fact]
    public async Task Ask_by_a_word_offers_the_acts_that_it_may_mean()
    {
        var run = await AskAsync("gate\n1\nvisitor\n");

        run.Error.ShouldContain("Which of these?");
        run.Error.ShouldContain("1  Climb over the gate (climb-gate)");
        run.Code.ShouldBe(ExitCode.Forbidden);
    }

    [Fact]
    public async Task Ask_without_an_answer_leaves_the_fact_open()
    {
        var run = await AskAsync("fish\n\n");

        run.Code.ShouldBe(ExitCode.NeedsFacts);
        run.Out.ShouldStartWith("It depends.");
    }

    [Fact]
    public async Task Ask_for_help_shows_it_and_asks_again()
    {
        var run = await AskAsync("fish\n?\nclose-season\n");

        run.Error.ShouldContain("The close season is when fish breed.");
        run.Code.ShouldBe(ExitCode.Forbidden);
    }

    [Fact]
    public async Task Ask_with_a_slip_says_so_and_asks_again()
    {
        var run = await AskAsync("fish\nopen-seson\nopen-season\n");

        run.Error.ShouldContain("did you mean `open-season`?");
        run.Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Ask_with_an_unknown_role_suggests_one_and_asks_again()
    {
        var run = await AskAsync("lend-key\nwardn\nwarden\nvisitor\nyes\n2026-04-02\n");

        run.Error.ShouldContain("No role is called `wardn`: did you mean `warden`?");
        run.Code.ShouldBe(ExitCode.OnCondition);
        run.Out.ShouldContain("Monday 13 April 2026");
    }

    [Fact]
    public async Task Ask_about_nothing_known_lists_what_the_protocol_speaks_of()
    {
        var run = await AskAsync("parking\nfish\nopen-season\n");

        run.Error.ShouldContain("Nothing in this protocol is found by `parking`. It speaks of:");
        run.Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Ask_nothing_at_all_is_a_mistake_of_usage() => (await AskAsync("")).ShouldHaveFailedPolitely(ExitCode.Usage);

    [Fact]
    public async Task Ask_an_unknown_protocol_is_a_mistake_of_usage() =>
        (await CliRun.OfAsync("ask", "mil", "--protocols", sample.Path)).ShouldHaveFailedPolitely(ExitCode.Usage);
}
