using System.Text.Json;

namespace Comity.Cli.Tests;

/// <summary>The scenarios of the two parish protocols, through the command line, with the clauses that each rests on.</summary>
public sealed class ParishScenarioTests
{
    [Theory]
    [InlineData("generic-01", ExitCode.Referred, "6.1")]
    [InlineData("generic-02", ExitCode.Referred, "3.3")]
    [InlineData("generic-07", ExitCode.Silent, "6.1 1.1 1.2")]
    [InlineData("generic-11", ExitCode.OnCondition, "8.3")]
    [InlineData("generic-17", ExitCode.Forbidden, "4.3 7.1")]
    [InlineData("west-lavington-03", ExitCode.Done, "3.1")]
    [InlineData("west-lavington-09", ExitCode.Silent, "3.1 3.3")]
    [InlineData("west-lavington-15", ExitCode.ShouldNot, "2.1 2.2.4 3.1")]
    [InlineData("west-lavington-17", ExitCode.Forbidden, "2.4 3.2")]
    [InlineData("west-lavington-20", ExitCode.OnCondition, "2.3 3.1 2.2.3 3.3")]
    public async Task Decide_a_scenario_of_a_parish_answers_by_its_clauses(string scenario, ExitCode code, string clauses)
    {
        using var answer = await DecideAsync(scenario, code);

        // What decides, what is still wanted, what is said beside it and, in a silence, what comes nearest.
        string[] lists = ["decided-by", "conditions", "route", "shows", "nearest"];
        var cited = string.Join('\n', lists.Select(list => answer.RootElement.GetProperty(list).GetRawText()));
        var protocol = scenario[..scenario.LastIndexOf('-')];
        foreach (var clause in clauses.Split(' '))
        {
            cited.ShouldContain($"\"{protocol}/{clause}/", Case.Sensitive);
        }
    }

    [Theory]
    [InlineData("generic-13", "2026-09-04")]
    [InlineData("west-lavington-12", "2026-05-29")]
    public async Task Decide_a_request_under_the_act_gives_the_date_of_the_act_and_no_clause(string scenario, string date)
    {
        using var answer = await DecideAsync(scenario, ExitCode.Done);

        var due = answer.RootElement.GetProperty("due").EnumerateArray().ShouldHaveSingleItem();
        due.GetProperty("on").GetString().ShouldBe(date);
        answer
            .RootElement.GetProperty("decided-by")
            .EnumerateArray()
            .ShouldAllBe(row => row.GetProperty("norm").GetString()!.StartsWith("foi/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("generic-01", "chairman-of-council")]
    [InlineData("generic-02", "chairman-of-council and clerk")]
    [InlineData("generic-07", "")]
    [InlineData("west-lavington-15", "council or committee")]
    public async Task Decide_who_deals_with_it_names_exactly_whom_the_text_names(string scenario, string route)
    {
        using var answer = await DecideAsync(scenario, null);

        var steps = answer.RootElement.GetProperty("route").EnumerateArray().Select(step => step.GetProperty("who").GetString());

        string.Join(", ", steps).ShouldBe(route);
    }

    [Theory]
    [InlineData("generic-07", "generic/chairman-complains")]
    [InlineData("west-lavington-09", "west-lavington/blind-copies")]
    public async Task Decide_where_a_parish_protocol_is_silent_sends_people_to_the_monitoring_officer(string scenario, string gap)
    {
        using var answer = await DecideAsync(scenario, ExitCode.Silent);

        answer.RootElement.GetProperty("gap").GetProperty("key").GetString().ShouldBe(gap);
        answer.RootElement.GetProperty("ask").ToString().ShouldContain("monitoring-officer");
        answer.RootElement.GetProperty("decided-by").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Decide_a_timely_answer_gives_no_date()
    {
        using var answer = await DecideAsync("west-lavington-03", ExitCode.Done);

        var due = answer.RootElement.GetProperty("due").EnumerateArray().ShouldHaveSingleItem();
        due.TryGetProperty("on", out _).ShouldBeFalse();
        due.GetProperty("clock").GetString().ShouldBe("promptly after received-on");
    }

    [Fact]
    public async Task Decide_another_persons_paper_waits_for_the_owner()
    {
        using var answer = await DecideAsync("generic-11", ExitCode.OnCondition);

        answer
            .RootElement.GetProperty("conditions")
            .EnumerateArray()
            .Single(row => row.GetProperty("condition").GetString() == "consent of information-owner")
            .GetProperty("met")
            .GetBoolean()
            .ShouldBeFalse();
    }

    private static async Task<JsonDocument> DecideAsync(string scenario, ExitCode? code)
    {
        var protocol = scenario[..scenario.LastIndexOf('-')];
        var run = await CliRun.OfAsync("decide", protocol, $"protocols/{protocol}/situations/{scenario}.yaml", "--format", "json");
        if (code is { } expected)
        {
            run.Code.ShouldBe(expected, run.Error);
        }

        return JsonDocument.Parse(run.Out);
    }
}
