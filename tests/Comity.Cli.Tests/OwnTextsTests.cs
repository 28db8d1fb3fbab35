namespace Comity.Cli.Tests;

/// <summary>A council's own rulings and arrangements beside a protocol: <c>--with</c>.</summary>
public sealed class OwnTextsTests : IDisposable
{
    private const string Situation = """
        {"act": "reply", "by": "officer", "to": "member", "on": "2026-06-01", "facts": {"received-on": "2026-06-01"}}
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Decide_with_an_arrangement_gives_a_date_and_says_whose_choice_it_is()
    {
        var path = folder.Write(
            "replies.protocol.md",
            """
            ---
            protocol: our-replies
            layer: arrangement
            minute: 2026/41
            in-force-from: 2026-05-01
            ---
            ## A1 Replies {#replies}

            An enquiry is answered within ten working days.

            ```rule our-replies/A1/a
            on reply by officer to member
            is due reply 10 working days after received-on
            ```

            """
        );

        var without = await CliRun.WithInputAsync(Situation, "decide", "west-lavington", "-");
        var with = await CliRun.WithInputAsync(Situation, "decide", "west-lavington", "-", "--with", path);

        without.Out.ShouldNotContain("15 June 2026");
        with.Code.ShouldBe(ExitCode.Done, with.Error);
        with.Out.ShouldContain("Monday 15 June 2026");
        with.Out.ShouldContain("the council's own arrangement A1");
    }

    [Fact]
    public async Task Decide_with_a_ruling_that_the_protocol_does_not_make_binding_says_so_and_refers_to_a_person()
    {
        var path = folder.Write(
            "replies.protocol.md",
            """
            ---
            protocol: our-ruling
            layer: ruling
            in-force-from: 2026-05-01
            ---
            ## R1 Replies {#replies}
            ```rule our-ruling/R1/a
            on reply by officer to member
            must due reply 5 working days after received-on
            ```

            """
        );

        var run = await CliRun.WithInputAsync(Situation, "decide", "west-lavington", "-", "--with", path);

        run.Code.ShouldBe(ExitCode.Silent);
        run.Error.ShouldContain("CP0120");
        run.Error.ShouldContain("let the council adopt it as an arrangement");
        run.Out.ShouldNotContain("8 June 2026");
    }

    [Fact]
    public async Task Decide_with_a_file_that_is_neither_ruling_nor_arrangement_is_a_mistake_of_usage()
    {
        var run = await CliRun.WithInputAsync(Situation, "decide", "west-lavington", "-", "--with", "protocols/wigan/wigan.protocol.md");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
    }
}
