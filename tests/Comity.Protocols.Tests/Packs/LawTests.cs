using Comity.Protocols.Analysis;
using Comity.Protocols.Cases;
using Comity.Protocols.Language;

namespace Comity.Protocols.Tests.Packs;

/// <summary>The law beside the protocols: what each rule is taken from, when it holds, what is not verified, and that it stays out of what it does not govern.</summary>
public class LawTests
{
    /// <summary>Acts on which the law has a word of its own, whatever the protocol says of them.</summary>
    private static readonly string[] GovernedByLaw =
    [
        "refer-code-complaint",
        "hold-political-role",
        "express-political-view",
        "attend-meeting",
    ];

    public static TheoryData<string> Laws => [.. Files(Layer.Law).Select(file => file.Control.Protocol)];

    public static TheoryData<string> Protocols => [.. Files(Layer.Protocol).Select(file => file.Control.Protocol)];

    [Theory]
    [MemberData(nameof(Laws))]
    public void Rule_of_law_has_its_source_and_its_first_day(string key)
    {
        var rules = Repository.Library.File(key)!.Rules;

        rules.ShouldNotBeEmpty();
        rules.Where(rule => rule.Source is null || rule.HoldsFrom is null).Select(rule => rule.Norm).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void What_the_text_calls_unverified_is_marked_in_the_rules(string key)
    {
        var file = Repository.Library.File(key)!;
        if (file.Source.Text.Contains("unverified", StringComparison.Ordinal))
        {
            file.Rules.Count(rule => rule.Unverified is not null).ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_has_no_findings(string key) =>
        string.Join('\n', ProtocolCheck.Run(Repository.Library.Compile(key)).Select(found => found.Diagnostic.ToString())).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_does_not_hold_before_its_first_day(string key)
    {
        var protocol = Repository.Library.Compile(key);
        foreach (var example in Repository.Library.CasesOf(key).Where(example => example.Situation is { On: null }))
        {
            var first = protocol.RulesOn(example.Situation!.Act).Min(rule => rule.HoldsFrom)!.Value;

            var decision = protocol.Decide(example.Situation.ToBuilder().On(first.AddDays(-1)).Build(), Repository.Calendars);

            decision.Outcome.ShouldBe(Outcome.Silent, $"{example.Norm}: {example.Title}");
            decision.Shows.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Law_beside_a_protocol_contradicts_nothing(string key) =>
        ProtocolCheck
            .Run(Repository.Library.Compile(key, LawBeside(key)))
            .Select(found => found.Diagnostic)
            .Where(found => found.Path.StartsWith("protocols/law/", StringComparison.Ordinal))
            .Select(found => found.ToString())
            .ShouldBeEmpty();

    // Nothing here turns on the law: no statute is relied on, no notice of election is out. What the protocol answers then, it answers beside the law too.
    [Theory]
    [MemberData(nameof(Protocols))]
    public void Law_beside_a_protocol_leaves_alone_what_it_does_not_govern(string key)
    {
        var beside = Repository.Library.Compile(key, LawBeside(key));

        beside.Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();
        Repository
            .Library.CasesOf(key)
            .Where(example => example is { Layers.Count: 0, Situation: not null } && !GovernedByLaw.Contains(example.Situation.Act))
            .Where(example => !example.Situation!.Facts.ContainsKey("notice-of-election-on"))
            .Where(example => example.Situation!.Facts.GetValueOrDefault("basis") is not ("foi" or "statute"))
            .SelectMany(example => CaseRunner.Run(beside, example, Repository.Calendars).Failures)
            .Select(failure => failure.ToString())
            .ShouldBeEmpty();
    }

    [Fact]
    public void Section_100F_goes_with_principal_councils_alone()
    {
        LawBeside("borough").ShouldContain("access-england");
        LawBeside("wigan").ShouldContain("access-england");
        LawBeside("generic").ShouldNotContain("access-england");
        LawBeside("town").ShouldNotContain("access-england");
    }

    [Fact]
    public void Complaint_under_the_code_goes_by_the_law_for_the_kind_of_council()
    {
        LawBeside("borough").ShouldContain("standards-england");
        LawBeside("borough").ShouldNotContain("standards-parish");
        LawBeside("town").ShouldContain("standards-parish");
        LawBeside("town").ShouldNotContain("standards-england");
    }

    [Fact]
    public void Law_of_another_nation_stays_away() =>
        LawBeside("borough").Intersect(["access-wales", "standards-wales", "scotland", "northern-ireland"]).ShouldBeEmpty();

    // What a council reads as its law speaks of its own nation: no clause, rule or unverified point of another's Act stands among it.
    [Theory]
    [MemberData(nameof(Protocols))]
    public void Law_beside_a_protocol_is_that_of_its_nation_alone(string key)
    {
        var isScottish = Repository.Library.File(key)!.Control.Nations.Contains("scotland");
        var law = LawBeside(key).Select(law => Repository.Library.File(law)!).ToList();

        law.Select(file => file.Control.Protocol).Contains("foisa").ShouldBe(isScottish);
        law.Select(file => file.Control.Protocol).Contains("foi").ShouldBe(!isScottish);
        law.SelectMany(file => file.Clauses)
            .Where(clause => !isScottish && clause.Heading.Contains("Scotland", StringComparison.Ordinal))
            .Select(clause => clause.Heading)
            .ShouldBeEmpty();
        law.SelectMany(file => file.Rules)
            .Where(rule => !isScottish && (rule.Unverified + rule.Source).Contains("Scotland", StringComparison.Ordinal))
            .Select(rule => rule.Norm)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Scottish_council_answers_under_its_own_Act_without_being_asked_which()
    {
        var asked = Situation
            .In(Repository.Library.Vocabulary)
            .Act("ask-information")
            .By("public")
            .To("officer")
            .With("basis", "foi")
            .With("received-on", new DateOnly(2026, 3, 2))
            .Build();

        var decision = Repository.Library.Compile("scottish-council", LawBeside("scottish-council")).Decide(asked, Repository.Calendars);

        decision.DecidedBy.Select(found => found.Norm).ShouldContain("foisa/s.10/a");
        // St Patrick's Day counts in Scotland; under the Act of 2000 it would be the day after.
        decision.Dues.Single(due => due.Duty == "release-information").DueOn.ShouldBe(new DateOnly(2026, 3, 30));
    }

    private static IEnumerable<ProtocolFile> Files(Layer layer) => Repository.Library.Files.Where(file => file.Control.Layer == layer);

    private static List<string> LawBeside(string key)
    {
        var own = Repository.Library.File(key)!.Control;
        return
        [
            .. Files(Layer.Law)
                .Select(file => file.Control)
                .Where(law => Meet(law.Nations, own.Nations, "uk") && Meet(law.CouncilKinds, own.CouncilKinds, null))
                .Select(law => law.Protocol),
        ];
    }

    private static bool Meet(IReadOnlyList<string> law, IReadOnlyList<string> own, string? everywhere) =>
        law.Count == 0 || own.Count == 0 || (everywhere is not null && law.Contains(everywhere)) || law.Intersect(own).Any();
}
