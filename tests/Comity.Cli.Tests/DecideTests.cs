using System.Text.Json;
using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Cli.Tests;

public sealed partial class DecideTests : IDisposable
{
    private readonly SampleProtocols sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("act: open-gate\nby: visitor", ExitCode.Done, "permitted")]
    [InlineData("act: climb-gate\nby: visitor", ExitCode.Forbidden, "forbidden")]
    [InlineData("act: picnic\nby: visitor", ExitCode.Silent, "silent")]
    [InlineData(
        "act: lend-key\nby: warden\nto: visitor\nfacts:\n  deposit-paid: yes\n  lent-on: 2026-04-02",
        ExitCode.OnCondition,
        "condition"
    )]
    [InlineData("act: paint-gate\nby: warden", ExitCode.ShouldNot, "should-not")]
    [InlineData("act: complain\nby: visitor\nabout: warden", ExitCode.Referred, "referred")]
    [InlineData("act: fish\nby: visitor", ExitCode.NeedsFacts, "needs-facts")]
    public async Task Decide_each_outcome_has_its_exit_code_and_its_words(string situation, ExitCode code, string golden)
    {
        var path = sample.Situation(situation);

        var text = await CliRun.OfAsync("decide", "mill", path, "--protocols", sample.Path, "--working");
        var json = await CliRun.OfAsync("decide", "mill", path, "--protocols", sample.Path, "--format", "json");

        text.Code.ShouldBe(code, text.Error);
        text.Error.ShouldBeEmpty();
        text.Out.ShouldMatchGolden($"decide-{golden}.txt");
        json.Code.ShouldBe(code);
        json.Error.ShouldBeEmpty();
        WithoutVersions(json.Out).ShouldMatchGolden($"decide-{golden}.json");
    }

    [Fact]
    public async Task Decide_a_protocol_that_cannot_be_read_cannot_tell()
    {
        using var folder = new TempFolder();
        var path = folder.Write("situation.yaml", "act: swim\nby: visitor\n");

        var run = await CliRun.OfAsync("decide", "pond", path, "--protocols", Checkout.PathOf("tests/Comity.Cli.Tests/Broken"));

        run.Code.ShouldBe(ExitCode.Silent);
        run.Out.ShouldStartWith("Comity cannot tell, and a person has to look");
    }

    // The six scenarios of the wigan protocol, with the clauses that each rests on.
    [Theory]
    [InlineData("01", ExitCode.Done, "wigan/6.2/c")]
    [InlineData("03", ExitCode.OnCondition, "wigan/7.2/c")]
    [InlineData("07", ExitCode.Done, "wigan/6.2/c")]
    [InlineData("11", ExitCode.Referred, "wigan/5.3/f wigan/5.1/b wigan/5.1/c")]
    [InlineData("13", ExitCode.Silent, "")]
    [InlineData("19", ExitCode.Done, "wigan/4.3/e")]
    [InlineData("before-christmas", ExitCode.Done, "wigan/6.2/c")]
    [InlineData("after-the-acknowledgement", ExitCode.Silent, "")]
    [InlineData("blamed-by-name", ExitCode.Referred, "wigan/4.1/d wigan/5.2/a")]
    [InlineData("about-an-assistant-director", ExitCode.Referred, "wigan/5.1/a wigan/5.1/d")]
    [InlineData("chief-executive-and-a-group", ExitCode.Silent, "")]
    [InlineData("casework-with-a-junior-officer", ExitCode.Done, "wigan/4.5/c")]
    [InlineData("confidential-email", ExitCode.ShouldNot, "wigan/7.3/b")]
    [InlineData("slip-between-friends", ExitCode.ShouldNot, "wigan/4.9/d")]
    [InlineData("inspection-under-statute", ExitCode.Done, "wigan/4.6/c")]
    [InlineData("a-word-about-ones-own-post", ExitCode.Forbidden, "wigan/4.8/b")]
    public async Task Decide_a_scenario_of_wigan_answers_by_its_clauses(string scenario, ExitCode code, string norms)
    {
        var run = await CliRun.OfAsync("decide", "wigan", $"protocols/wigan/situations/wigan-{scenario}.yaml", "--format", "json");

        run.Code.ShouldBe(code, run.Error);
        using var answer = JsonDocument.Parse(run.Out);
        var decidedBy = answer
            .RootElement.GetProperty("decided-by")
            .EnumerateArray()
            .Select(row => row.GetProperty("norm").GetString())
            .ToList();
        foreach (var norm in norms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            decidedBy.ShouldContain(norm);
        }
    }

    [Theory]
    [InlineData("01", "2026-04-20")]
    [InlineData("07", "2026-09-14")]
    [InlineData("before-christmas", "2027-01-08")]
    public async Task Decide_a_reply_over_a_holiday_counts_ten_working_days(string scenario, string due)
    {
        var run = await CliRun.OfAsync("decide", "wigan", $"protocols/wigan/situations/wigan-{scenario}.yaml", "--format", "json");

        using var answer = JsonDocument.Parse(run.Out);
        var reply = answer.RootElement.GetProperty("due").EnumerateArray().Single(row => row.TryGetProperty("on", out _));
        reply.GetProperty("on").GetString().ShouldBe(due);
        var counted = reply.GetProperty("working").EnumerateArray().Where(day => day.TryGetProperty("number", out _)).ToList();
        counted.Count.ShouldBe(10);
        counted[^1].GetProperty("day").GetString().ShouldBe(due);
    }

    [Fact]
    public async Task Decide_a_second_group_that_asks_for_advice_is_sent_to_the_monitoring_officer()
    {
        var run = await CliRun.OfAsync("decide", "wigan", "protocols/wigan/situations/wigan-13.yaml");

        run.Out.ShouldStartWith("The protocol does not say.\n");
        run.Out.ShouldContain("Ask the Monitoring Officer.");
    }

    [Fact]
    public async Task Decide_steps_side_by_side_share_their_number()
    {
        var run = await CliRun.OfAsync("decide", "wigan", "protocols/wigan/situations/wigan-blamed-by-name.yaml");

        run.Out.ShouldContain("Step 1: the Monitoring Officer (4.1).\nStep 1 as well: the Line manager of the person acting (5.2).\n");
    }

    [Fact]
    public async Task Decide_an_exception_within_a_clause_says_so_once()
    {
        var run = await CliRun.OfAsync("decide", "wigan", "protocols/wigan/situations/wigan-inspection-under-statute.yaml");

        run.Out.ShouldContain("Clause 4.6, Visits and appointments has an exception, which holds here.\n");
        run.Out.ShouldNotContain("gives way to 4.6");
    }

    [Fact]
    public async Task Decide_an_abusive_email_leaves_no_reply_owed()
    {
        var run = await CliRun.OfAsync("decide", "wigan", "protocols/wigan/situations/wigan-19.yaml", "--format", "json");

        using var answer = JsonDocument.Parse(run.Out);
        answer.RootElement.GetProperty("stops").EnumerateArray().Select(row => row.GetProperty("duty").GetString()).ShouldBe(["reply"]);
        answer.RootElement.GetProperty("due").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Decide_from_standard_input_takes_json_and_its_words_for_yes_and_no()
    {
        var run = await CliRun.WithInputAsync(
            """{ "act": "open-gate", "by": ["visitor"], "facts": { "muddy": true } }""",
            "decide",
            "mill",
            "-",
            "--protocols",
            sample.Path
        );

        run.Code.ShouldBe(ExitCode.Silent, run.Error);
    }

    [Fact]
    public async Task Decide_with_people_passes_over_a_party_and_says_why()
    {
        var path = sample.Situation(
            "act: complain\nby: visitor\nabout: warden\npeople:\n  actor: ann\n  subject: bob\n  head-warden: bob, cat\n  substitute for miller: dan\n  related to ann: eve\n  miller: eve\n"
        );

        var run = await CliRun.OfAsync("decide", "mill", path, "--protocols", sample.Path);

        run.Code.ShouldBe(ExitCode.Referred, run.Error);
        run.Out.ShouldContain("cat, also head-warden");
        run.Out.ShouldContain("not bob (head-warden): it is about them");
        run.Out.ShouldContain("dan, the council's stated substitute for miller");
        run.Out.ShouldContain("not eve (miller): they have declared a relationship");
    }

    [Fact]
    public async Task Decide_with_people_and_nobody_left_names_the_gap()
    {
        var path = sample.Situation(
            "act: complain\nby: visitor\nabout: warden\npeople:\n  actor: ann\n  subject: bob\n  head-warden: bob\n  miller: eve\n"
        );

        var run = await CliRun.OfAsync("decide", "mill", path, "--protocols", sample.Path);

        run.Out.ShouldContain("head-warden: nobody, the protocol leaves a gap here [mill/3/a]");
    }

    [Theory]
    [InlineData("act: open-gat\nby: visitor", ":1:6: no act is called `open-gat`: did you mean `open-gate`?")]
    [InlineData("act: open-gate\nby: visiter", ":2:5: no role is called `visiter`: did you mean `visitor`?")]
    [InlineData("act: open-gate\nfacts:\n  mudy: yes", ":3:3: no fact is called `mudy`: did you mean `muddy`?")]
    [InlineData("act: open-gate\nfacts:\n  muddy: perhaps", ":3:10: the fact `muddy` cannot be `perhaps`")]
    [InlineData("act: lend-key\nfacts:\n  lent-on: 2 April", ":3:12: the fact `lent-on` cannot be `2 April`")]
    [InlineData("act: open-gate\nfact:\n  muddy: yes", ":2:1: unknown key `fact`: did you mean `facts`?")]
    [InlineData("act: open-gate\non: tomorrow", ":2:5: `tomorrow` is not a date: write it as 2026-04-02")]
    [InlineData("by: visitor", ":1:1: a situation needs an `act`: for example `act: reply`")]
    [InlineData("just some words", ":1:1: a situation is a list of `key: value` lines: start with `act:`")]
    [InlineData("act: [open-gate\nby: visitor", "this is neither YAML nor JSON")]
    [InlineData("act:\n  open: gate", ":1:1: `act` takes one word")]
    public async Task Decide_a_situation_with_a_slip_says_where_and_what_instead(string situation, string expected)
    {
        var run = await CliRun.OfAsync("decide", "mill", sample.Situation(situation), "--protocols", sample.Path);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain(expected);
    }

    [Fact]
    public async Task Decide_a_situation_with_two_slips_reports_both()
    {
        var run = await CliRun.OfAsync("decide", "mill", sample.Situation("act: open-gat\nby: visiter"), "--protocols", sample.Path);

        run.Error.ShouldContain(":1:6:");
        run.Error.ShouldContain(":2:5:");
    }

    [Fact]
    public async Task Decide_an_unknown_protocol_suggests_the_one_meant()
    {
        var run = await CliRun.OfAsync("decide", "wigann", "protocols/wigan/situations/wigan-01.yaml");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldBe("comity: no protocol called `wigann`: did you mean `wigan`?\n");
    }

    [Fact]
    public async Task Decide_a_file_that_is_not_there_says_so()
    {
        var run = await CliRun.OfAsync("decide", "mill", "nowhere.yaml", "--protocols", sample.Path);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldBe("comity: there is no file `nowhere.yaml`\n");
    }

    [Theory]
    [InlineData("no-such-folder")]
    [InlineData("docs")]
    public async Task Decide_from_a_folder_without_protocols_says_so(string folder)
    {
        var run = await CliRun.OfAsync("decide", "mill", "-", "--protocols", folder);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain(folder);
    }

    /// <summary>Hashes change with every word of a text, and the dated calendar with every edition.</summary>
    private static string WithoutVersions(string json) => Hash().Replace(Dated().Replace(json, "DATED"), "HASH");

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"(?<=england-and-wales )\d{4}-\d{2}-\d{2}")]
    private static partial Regex Dated();
}
