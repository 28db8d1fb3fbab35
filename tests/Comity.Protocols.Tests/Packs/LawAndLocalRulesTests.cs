using Comity.Protocols.Language;

namespace Comity.Protocols.Tests.Packs;

/// <summary>
/// Law beside the texts of a council, with protocols and statutes of the repository: mandatory law overrides, permissive law never relaxes a stricter local rule,
/// rights and clocks accumulate. A council's ruling and its arrangement stand in the same order.
/// </summary>
public class LawAndLocalRulesTests
{
    private const string SpeakUp = "on publish-press-statement by member\nmay";

    private const string RefusePapers = "on inspect-document by member\nwhen relates-to-meeting-business\nmust not";

    private const string OwnTime =
        "on ask-information by member\nwhen basis is foi\nmust due release-information 5 working days after received-on";

    private const string LongTime =
        "on ask-information by member\nwhen basis is foi\nis due release-information 60 working days after received-on";

    private const string TimeForMore =
        "on ask-information by member\nwhen basis is foi and extension-ground is public-interest\nis due release-information 40 working days after received-on";

    [Fact]
    public void Mandatory_law_overrides_what_the_protocol_permits()
    {
        var statement = PartyStatement();

        var alone = Compile("generic").Decide(statement);
        var beside = Compile("generic", "elections").Decide(statement);

        alone.Outcome.ShouldNotBe(Outcome.Forbidden);
        alone.DecidedBy.ShouldContain(found => found.Norm == "generic/3.3/c");
        beside.Outcome.ShouldBe(Outcome.Forbidden);
        beside.DecidedBy.ShouldHaveSingleItem().Norm.ShouldBe("elections/s.2/a");
    }

    [Theory]
    [InlineData("ruling")]
    [InlineData("arrangement")]
    public void Mandatory_law_overrides_what_the_council_settles_for_itself(string layer)
    {
        var protocol = Compile("generic", ["elections"], Own(layer, SpeakUp));

        protocol.Diagnostics.ShouldBeEmpty();
        protocol.Decide(PartyStatement()).Outcome.ShouldBe(Outcome.Forbidden);
    }

    [Theory]
    [InlineData("ruling", "may", "generic/3.3/c", true)]
    [InlineData("ruling", "may", "elections/s.2/a", false)]
    [InlineData("arrangement", "may", "elections/s.2/a", false)]
    public void Nothing_local_is_written_despite_law(string layer, string effect, string norm, bool isTaken)
    {
        var rule = $"on publish-press-statement by member\ndespite {norm}\n{effect}";

        var protocol = Compile("generic", ["elections"], Own(layer, rule));

        protocol.Diagnostics.Any(found => found.Severity == Severity.Error).ShouldBe(!isTaken);
    }

    [Fact]
    public void Permissive_law_does_not_relax_a_refusal_of_the_protocol()
    {
        var paper = MeetingPaper("member").With("item", "group-advice").Build();

        var alone = Compile("borough").Decide(paper);
        var beside = Compile("borough", "access-england").Decide(paper);

        alone.Outcome.ShouldBe(Outcome.Forbidden);
        beside.Outcome.ShouldBe(Outcome.Forbidden);
        beside.DecidedBy.ShouldHaveSingleItem().Norm.ShouldBe("borough/2.4/b");
    }

    [Fact]
    public void Permissive_law_does_not_relax_a_binding_ruling()
    {
        var paper = MeetingPaper("member").Build();

        // Section 100F is not for parishes: it is loaded here as the law of a council under the only protocol that makes rulings binding.
        var without = Compile("generic", "access-england").Decide(paper);
        var with = Compile("generic", ["access-england"], Own("ruling", RefusePapers)).Decide(paper);

        without.DecidedBy.ShouldContain(found => found.Norm == "access-england/s.100F/a");
        without.Outcome.ShouldNotBe(Outcome.Forbidden);
        with.Outcome.ShouldBe(Outcome.Forbidden);
        with.DecidedBy.ShouldHaveSingleItem().Norm.ShouldBe("own/A1/a");
    }

    [Fact]
    public void Permissive_law_does_not_take_a_condition_of_the_protocol_away()
    {
        var paper = MeetingPaper("member").About("constituent").With("personal-information", true).Build();

        var decision = Compile("borough", "access-england").Decide(paper);

        decision.Outcome.ShouldBe(Outcome.PermittedOnCondition);
        decision.Conditions.Where(condition => !condition.IsMet).Select(condition => condition.Text).ShouldBe(["consent of subject"]);
        decision.DecidedBy.Select(found => found.Norm).ShouldContain("access-england/s.100F/a");
    }

    [Fact]
    public void Rights_accumulate_where_the_need_to_know_is_not_shown_the_Act_is_still_there()
    {
        var wigan = Compile("wigan", "foi");

        var atCommonLaw = wigan.Decide(Document("common-law"));
        var underTheAct = wigan.Decide(Document("foi"));
        var asked = wigan.Decide(Asked("member").With("need-to-know-shown", false).Build());

        atCommonLaw.Outcome.ShouldBe(Outcome.Forbidden);
        atCommonLaw.DecidedBy.ShouldContain(found => found.Norm == "wigan/6.4/a");
        underTheAct.Outcome.ShouldBe(Outcome.Permitted);
        asked.Outcome.ShouldBe(Outcome.PermittedOnCondition);
        asked.Conditions.ShouldAllBe(condition => condition.IsMet);
        asked.DecidedBy.Select(found => found.Layer).Distinct().ShouldBe([Layer.Law, Layer.Protocol], ignoreOrder: true);
    }

    [Fact]
    public void Clocks_accumulate_ten_working_days_and_twenty_run_side_by_side() =>
        Dues(Compile("wigan", "foi").Decide(Asked("member").Build(), Repository.Calendars))
            .ShouldBe(["release-information 2026-09-04", "reply 2026-08-20"]);

    [Fact]
    public void Clock_of_a_binding_ruling_runs_beside_that_of_the_law() =>
        Dues(Compile("generic", ["foi"], Own("ruling", OwnTime)).Decide(Asked("member").Build(), Repository.Calendars))
            .Where(due => due.StartsWith("release-information", StringComparison.Ordinal))
            .ShouldBe(["release-information 2026-08-13", "release-information 2026-09-04"]);

    [Fact]
    public void Arrangement_gives_the_law_no_other_number()
    {
        var protocol = Compile("wigan", ["foi"], Own("arrangement", LongTime));

        Dues(protocol.Decide(Asked("member").Build(), Repository.Calendars))
            .ShouldBe(["release-information 2026-09-04", "reply 2026-08-20"]);
    }

    [Fact]
    public void Arrangement_gives_a_number_where_the_law_has_none_and_is_marked_as_the_councils_choice()
    {
        var protocol = Compile("wigan", ["foi"], Own("arrangement", TimeForMore));
        var weighing = Asked("member").With("extension-ground", "public-interest").With("extension-notice-in-time", true).Build();

        var decision = protocol.Decide(weighing, Repository.Calendars);

        // Section 10(3): as long as is reasonable, no number; the notice of it is owed within the twenty days all the same.
        var own = decision.Dues.Where(due => due.Duty == "release-information" && due.Clock.HasNumber).ShouldHaveSingleItem();
        own.DueOn.ShouldBe(new DateOnly(2026, 10, 2));
        own.IsCouncilsChoice.ShouldBeTrue();
        Dues(decision).ShouldContain("reply 2026-09-04");
    }

    private static List<string> Dues(Decision decision) =>
        [
            .. decision
                .Dues.Select(due => $"{due.Duty} {due.DueOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}")
                .Order(StringComparer.Ordinal),
        ];

    private static Situation PartyStatement() =>
        New("publish-press-statement")
            .By("member")
            .With("media-subject", "party-political")
            .With("political-content", true)
            .With("affects-party-support", true)
            .Build();

    private static SituationBuilder MeetingPaper(string by) =>
        New("inspect-document")
            .By(by)
            .With("basis", "statute")
            .With("held-or-controlled-by-council", true)
            .With("relates-to-meeting-business", true);

    private static Situation Document(string basis) =>
        New("inspect-document").By("member").With("basis", basis).With("need-to-know-shown", false).Build();

    private static SituationBuilder Asked(string by) =>
        New("ask-information").By(by).To("officer").With("basis", "foi").With("received-on", new DateOnly(2026, 8, 6));

    private static SituationBuilder New(string act) => Situation.In(Repository.Library.Vocabulary).Act(act).On(new DateOnly(2026, 8, 6));

    private static Protocol Compile(string key, params string[] law) => Repository.Library.Compile(key, law);

    private static Protocol Compile(string key, string[] law, ProtocolFile own) =>
        Protocol.Compile(Repository.Library.File(key)!, [.. law.Select(one => Repository.Library.File(one)!), own]);

    private static ProtocolFile Own(string layer, string rule) =>
        ProtocolFile.Read(
            new SourceText(
                $"own.{layer}.md",
                $"---\nprotocol: own\nlayer: {layer}\nin-force-from: 2026-01-01\n---\n## A1 Own {{#own}}\n```rule own/A1/a\n{rule}\n```\n"
            ),
            Repository.Library.Vocabulary
        );
}
