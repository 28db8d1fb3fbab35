using System.Text.Json;

namespace Comity.Cli.Tests;

/// <summary>The six scenarios of the town protocol, through the command line, with the clauses that each rests on.</summary>
public sealed class TownScenarioTests
{
    [Theory]
    [InlineData("01", ExitCode.Referred, "11")]
    [InlineData("06", ExitCode.Silent, "11")]
    [InlineData("09", ExitCode.Silent, "3.3 8.3")]
    [InlineData("15", ExitCode.Done, "10.1")]
    [InlineData("17", ExitCode.Forbidden, "10.1")]
    [InlineData("19", ExitCode.Forbidden, "5 4.2")]
    public async Task Decide_a_scenario_of_town_answers_by_its_clauses(string scenario, ExitCode code, string clauses)
    {
        using var answer = await DecideAsync(scenario, code);

        var list = code == ExitCode.Silent ? "nearest" : "decided-by";
        var cited = Rows(answer, list).Select(row => row.GetProperty("norm").GetString()!).ToList();
        foreach (var clause in clauses.Split(' '))
        {
            cited.ShouldContain(norm => norm.StartsWith($"town/{clause}/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Decide_a_complaint_about_an_officer_goes_to_the_clerk_and_then_to_the_disciplinary_procedure_in_private()
    {
        using var answer = await DecideAsync("01", ExitCode.Referred);

        Rows(answer, "route").Select(step => step.GetProperty("who").GetString()).ShouldBe(["clerk", "disciplinary-authority"]);
        Rows(answer, "shows").ShouldContain(row => row.GetProperty("norm").GetString() == "town/11/q");
        Rows(answer, "walls")
            .ShouldContain(wall =>
                !wall.GetProperty("visible").GetBoolean() && wall.GetProperty("who").GetString() == "chairman-of-council"
            );
    }

    [Fact]
    public async Task Decide_a_complainant_who_is_the_named_recipient_is_a_gap_with_nobody_in_the_place()
    {
        using var answer = await DecideAsync("06", ExitCode.Silent);

        answer.RootElement.GetProperty("route").GetArrayLength().ShouldBe(0);
        answer.RootElement.GetProperty("gap").ToString().ShouldContain("town/complainant-is-the-recipient");
        answer.RootElement.GetProperty("ask").ToString().ShouldContain("monitoring-officer");
        var nearest = Rows(answer, "nearest").Select(row => row.GetProperty("norm").GetString()).ToList();
        nearest.ShouldContain("town/11/g");
        nearest.ShouldContain("town/11/f");
    }

    [Fact]
    public async Task Decide_a_visit_to_a_groups_meeting_sends_people_to_the_clerk()
    {
        using var answer = await DecideAsync("09", ExitCode.Silent);

        answer.RootElement.GetProperty("gap").ToString().ShouldContain("town/political-groups");
        answer.RootElement.GetProperty("ask").ToString().ShouldContain("clerk");
    }

    [Fact]
    public async Task Decide_an_urgent_talk_notes_that_the_exception_is_used()
    {
        using var answer = await DecideAsync("15", ExitCode.Done);

        Rows(answer, "registers").Select(row => row.GetProperty("name").GetString()).ShouldBe(["use-of-the-exception"]);
        Rows(answer, "overridden").ShouldContain(row => row.GetProperty("norm").GetString() == "town/10.1/c");
    }

    [Fact]
    public async Task Decide_work_asked_of_the_officer_directly_says_to_whom_it_goes()
    {
        using var answer = await DecideAsync("17", ExitCode.Forbidden);

        Rows(answer, "shows").ShouldContain(row => row.GetProperty("text").GetString()!.Contains("line manager", StringComparison.Ordinal));
    }

    private static JsonElement.ArrayEnumerator Rows(JsonDocument answer, string list) =>
        answer.RootElement.GetProperty(list).EnumerateArray();

    private static async Task<JsonDocument> DecideAsync(string scenario, ExitCode code)
    {
        var run = await CliRun.OfAsync("decide", "town", $"protocols/town/situations/town-{scenario}.yaml", "--format", "json");
        run.Code.ShouldBe(code, run.Error);
        return JsonDocument.Parse(run.Out);
    }
}
