using Comity.Protocols.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>A text laid down for many councils: a council's own text adds to it, and nothing but law changes it.</summary>
public class LockedTextTests
{
    private const string National = """
        ---
        protocol: n
        locked: an Act
        left-to-councils: 2
        ---
        ## 1 Laid down {#laid-down}
        ```rule n/1/a
        on ask by member
        when urgent
        must not
        ```
        ```rule n/1/b
        on ask by officer
        must due reply 5 working days after received-on
        ```
        ```rule n/1/c
        on tell by officer
        must require notice to recipient
        ```
        ## 2 Left open {#left-open}
        ```rule n/2/a
        on complain by member
        should not
        ```
        """;

    private const string WithPermission =
        National + "\n## 3 Open to officers {#open-to-officers}\n```rule n/3/a\non tell by officer\nmay\n```\n";

    private static readonly string[] Additions =
    [
        "on ask by member\nmay",
        "on ask, tell by officer\nis register questions",
        "on ask by officer\nshould due reply 2 working days after received-on",
        "on ask by member\nshould require consultation with director",
        "on complain by member\ndespite n/2/a\nmay",
        "on complain\nis route to director",
        "on ask by member\nright",
        "on tell by officer\nmust not",
        "on tell\nmay",
    ];

    public static TheoryData<string> Changes =>
        [
            "on ask by member\ndespite n/1/a\nmay",
            "on ask by member\ndespite n/2/a, n/1/a\nmust not",
            "on ask by officer\nmay stop reply",
            "on ask\nwhen minutes is more than 10\nmay stop reply",
        ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_of_a_locked_clause_is_refused_and_nothing_is_decided_by_it(string rule)
    {
        var protocol = Compile(Own(rule), National);

        protocol.Diagnostics.Select(found => found.Id).Where(id => id != "CP0116").ShouldBe(["CP0122"]);
        protocol.Diagnostics.Single(found => found.Id == "CP0122").Message.ShouldContain("laid down by an Act");
        protocol.Decide(Ask("member")).Outcome.ShouldBe(Outcome.CannotTell);
    }

    [Fact]
    public void Ruling_does_not_change_a_locked_clause_either()
    {
        var ruling =
            "---\nprotocol: r\nlayer: ruling\nin-force-from: 2026-05-01\n---\n## R1 Ruled {#ruled}\n```rule r/R1/a\non ask by member\ndespite n/1/a\nmay\n```\n";

        var protocol = Compile(Own("on tell\nmay", "binding-rulings: q/A1/a\n"), National, ruling);

        protocol.Diagnostics.Select(found => found.Id).ShouldBe(["CP0122"]);
    }

    [Fact]
    public void Law_may_override_a_locked_clause()
    {
        const string law =
            "---\nprotocol: l\nlayer: law\n---\n## 1 One {#one}\n```rule l/1/a\non ask by member\ndespite n/1/a\nmust register questions\n```\n";

        var protocol = Compile(Own("on tell\nmay"), National, law);

        protocol.Diagnostics.ShouldBeEmpty();
        protocol.Decide(Ask("member", urgent: true)).Outcome.ShouldBe(Outcome.Permitted);
    }

    [Theory]
    [InlineData("## 1 Own words for it {#own}")]
    [InlineData("## A1 Own words for it {#laid-down}")]
    public void Clause_with_the_number_or_lasting_id_of_a_locked_one_is_refused(string heading)
    {
        var number = heading.Split(' ')[1];
        var own = $"---\nprotocol: q\nbuilds-on: n\n---\n{heading}\n```rule q/{number}/a\non tell\nmay\n```\n";

        var protocol = Compile(own, National);

        protocol.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("CP0122");
        protocol.Decide(Situation.In(SampleProtocol.Vocabulary).Act("tell").By("member").Build()).Outcome.ShouldBe(Outcome.CannotTell);
    }

    [Fact]
    public void Clause_that_is_left_to_councils_is_open_to_them()
    {
        var protocol = Compile(Own("on complain by member\ndespite n/2/a\nmay"), National);

        protocol.Diagnostics.ShouldBeEmpty();
        protocol.Decide(Situation.In(SampleProtocol.Vocabulary).Act("complain").By("member").Build()).Outcome.ShouldBe(Outcome.Permitted);
    }

    [Fact]
    public void Clause_left_to_councils_that_is_not_there_is_found() =>
        Compile(Own("on tell\nmay"), National.Replace("left-to-councils: 2", "left-to-councils: 2, 7", StringComparison.Ordinal))
            .Diagnostics.ShouldHaveSingleItem()
            .Id.ShouldBe("CP0106");

    [Fact]
    public void Two_clocks_for_one_duty_both_run()
    {
        var protocol = Compile(Own("on ask by officer\nshould due reply 2 working days after received-on"), National);

        var decision = protocol.Decide(Ask("officer"));

        protocol.Diagnostics.ShouldBeEmpty();
        decision
            .Dues.Select(due => due.Clock.ToString())
            .Order(StringComparer.Ordinal)
            .ShouldBe(["2 working days after received-on", "5 working days after received-on"]);
    }

    [Fact]
    public void Without_the_text_beneath_it_nothing_is_decided()
    {
        var protocol = Compile(Own("on tell\nmay"));

        protocol.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("CP0123");
        protocol.Decide(Ask("member")).Outcome.ShouldBe(Outcome.CannotTell);
    }

    [Fact]
    public void Text_that_is_not_locked_is_not_built_on() =>
        Compile(Own("on tell\nmay"), National.Replace("locked: an Act\n", "", StringComparison.Ordinal))
            .Diagnostics.Select(found => found.Id)
            .ShouldContain("CP0123");

    [Theory]
    [InlineData("on tell by officer\nwhen urgent\nmust not", "`n/3/a` permits what `q/A1/a` forbids")]
    [InlineData("on tell by officer\nwhen urgent\nshould not", "`n/3/a` permits what `q/A1/a` advises against")]
    [InlineData("on ask by member\nmay", "`q/A1/a` permits what `n/1/a` forbids")]
    public void Own_rule_that_says_otherwise_than_a_locked_clause_is_found_with_the_clause(string rule, string words)
    {
        var protocol = Compile(Own(rule), WithPermission);

        var found = ProtocolCheck.Run(protocol).Where(finding => finding.Diagnostic.Id is "CP0401" or "CP0406").ShouldHaveSingleItem();
        found.Diagnostic.Id.ShouldBe("CP0406");
        found.Diagnostic.Message.ShouldContain(words);
        found.Diagnostic.Message.ShouldMatch("clause `[13]` of `n` is laid down by an Act");
        found.Diagnostic.Line.ShouldBe(7);
        protocol.Decide(found.Situation!).Outcome.ShouldBe(rule.Contains("should") ? Outcome.ShouldNot : Outcome.Forbidden);
    }

    [Fact]
    public void Council_resolves_no_clash_with_a_locked_clause()
    {
        var own =
            Own("on tell by officer\nmust not") + "```clash q/own-way\nbetween q/A1/a and n/3/a\nsays \"Both.\"\nresolved \"Ours.\"\n```\n";

        ProtocolCheck.Run(Compile(own, WithPermission)).Select(finding => finding.Diagnostic.Id).ShouldContain("CP0406");
    }

    [Theory]
    [InlineData("on complain by member\nmay", "CP0401")]
    [InlineData("on ask by officer\nshould not", null)]
    public void Own_rule_beside_what_is_open_is_no_change_of_a_locked_clause(string rule, string? other) =>
        ProtocolCheck
            .Run(Compile(Own(rule), WithPermission))
            .Select(finding => finding.Diagnostic.Id)
            .Where(id => id is "CP0401" or "CP0406")
            .ShouldBe(other is null ? [] : [other]);

    // Whatever a council adds: what the locked text refuses stays refused, what it asks for is asked, and its clocks run.
    [Fact]
    public void Nothing_that_a_council_adds_loosens_the_locked_text()
    {
        var alone = Compile(Own("on tell by member\nmay"), National);
        alone.Diagnostics.ShouldBeEmpty();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(120),
            Prop.ForAll(
                Gen.SubListOf(Additions).Where(chosen => chosen.Count > 0).ToArbitrary(),
                chosen =>
                {
                    var added = Compile(Own(string.Join("\n\n", chosen)), National);
                    added.Diagnostics.ShouldBeEmpty();
                    added.Decide(Ask("member", urgent: true)).Outcome.ShouldBe(Outcome.Forbidden);
                    added.Decide(Ask("officer")).Dues.ShouldContain(due => due.Clock.ToString() == "5 working days after received-on");
                    var told = added.Decide(Situation.In(SampleProtocol.Vocabulary).Act("tell").By("officer").Build());
                    return told.Outcome == Outcome.Forbidden || told.Conditions.Any(condition => condition.Text == "notice to recipient");
                }
            )
        );
    }

    private static string Own(string rules, string front = "") =>
        $"---\nprotocol: q\nbuilds-on: n\n{front}---\n## A1 Own {{#own}}\n```rule q/A1/a\n{rules}\n```\n";

    private static Protocol Compile(string protocol, params string[] layers) =>
        Protocol.Compile(SampleProtocol.File(protocol), layers.Select(layer => SampleProtocol.File(layer)));

    private static Situation Ask(string by, bool urgent = false) =>
        Situation.In(SampleProtocol.Vocabulary).Act("ask").By(by).With("urgent", urgent ? "yes" : "no").Build();
}
