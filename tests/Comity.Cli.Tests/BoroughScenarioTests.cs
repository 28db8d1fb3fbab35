using System.Text.Json;

namespace Comity.Cli.Tests;

/// <summary>Scenarios of the borough protocol, through the command line, with the clauses that each rests on.</summary>
public sealed class BoroughScenarioTests
{
    [Theory]
    [InlineData("03", ExitCode.Forbidden, "7.2")]
    [InlineData("06", ExitCode.Referred, "8.1")]
    [InlineData("10", ExitCode.Silent, "2.3")]
    [InlineData("12", ExitCode.Silent, "")]
    [InlineData("15", ExitCode.Done, "2.4")]
    [InlineData("18", ExitCode.OnCondition, "2.9 2.7")]
    [InlineData("tie-with-the-monitoring-officer", ExitCode.Referred, "2.11")]
    [InlineData("about-a-head-of-service", ExitCode.Referred, "2.7")]
    [InlineData("grievance-of-the-chief-executive", ExitCode.Referred, "2.8")]
    [InlineData("spoken-consent", ExitCode.OnCondition, "4.1")]
    [InlineData("advice-on-a-ward-matter", ExitCode.Forbidden, "2.4")]
    [InlineData("quoted-before-the-poll", ExitCode.Forbidden, "8.3")]
    [InlineData("laptop-without-a-signature", ExitCode.Forbidden, "5.1")]
    [InlineData("staff-rota", ExitCode.ShouldNot, "6.1")]
    [InlineData("friends", ExitCode.Done, "2.11")]
    [InlineData("telephoned-first", ExitCode.Done, "4.3")]
    public async Task Decide_a_scenario_of_borough_answers_by_its_clauses(string scenario, ExitCode code, string clauses)
    {
        using var answer = await DecideAsync(scenario, code);

        var cited = new[] { "decided-by", "nearest" }
            .Where(list => answer.RootElement.TryGetProperty(list, out _))
            .SelectMany(list => answer.RootElement.GetProperty(list).EnumerateArray())
            .Select(row => row.TryGetProperty("norm", out var norm) ? norm.GetString()! : row.ToString())
            .ToList();
        foreach (var clause in clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            cited.ShouldContain(norm => norm.Contains($"borough/{clause}/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Decide_a_press_release_goes_to_the_communications_team()
    {
        using var answer = await DecideAsync("06", ExitCode.Referred);

        answer
            .RootElement.GetProperty("route")
            .EnumerateArray()
            .Select(step => step.GetProperty("who").GetString())
            .ShouldBe(["corporate-communications"]);
    }

    [Theory]
    [InlineData("10", "borough/chief-executive-at-a-group-meeting")]
    [InlineData("12", "borough/meaning-of-the-protocol")]
    public async Task Decide_where_the_protocol_is_silent_sends_people_to_the_monitoring_officer(string scenario, string gap)
    {
        using var answer = await DecideAsync(scenario, ExitCode.Silent);

        answer.RootElement.GetProperty("gap").ToString().ShouldContain(gap);
        answer.RootElement.GetProperty("ask").ToString().ShouldContain("monitoring-officer");
    }

    [Fact]
    public async Task Decide_criticism_by_a_member_who_is_certain_leaves_proper_steps_open_and_records_the_exception()
    {
        using var answer = await DecideAsync("18", ExitCode.OnCondition);

        answer
            .RootElement.GetProperty("conditions")
            .EnumerateArray()
            .ShouldContain(row =>
                row.GetProperty("condition").GetString() == "record of check-of-the-facts" && !row.GetProperty("met").GetBoolean()
            );
        answer.RootElement.GetProperty("registers").ToString().ShouldContain("reliance-on-being-certain");
    }

    private static async Task<JsonDocument> DecideAsync(string scenario, ExitCode code)
    {
        var run = await CliRun.OfAsync("decide", "borough", $"protocols/borough/situations/borough-{scenario}.yaml", "--format", "json");
        run.Code.ShouldBe(code, run.Error);
        return JsonDocument.Parse(run.Out);
    }
}
