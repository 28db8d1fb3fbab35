using Comity.Protocols.Analysis;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Analysis;

[Trait("Takes", "long")]
public class MutationTests
{
    public static TheoryData<string> Keys => PackTests.Keys;

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_actionable_norm_of_a_pack_has_a_case(string key) =>
        Coverage.Of(Repository.Library, key).Where(norm => !norm.IsCovered).Select(norm => norm.Id).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_change_to_a_pack_is_noticed_by_a_case(string key)
    {
        var report = Mutation.Run(Repository.Library, key, Repository.Calendars);

        report.Total.ShouldBeGreaterThan(0);
        report.Survivors.Select(mutant => mutant.ToString()).ShouldBeEmpty($"{report.Survivors.Count} of {report.Total} survive");
    }

    [Fact]
    public void Every_change_that_the_design_names_is_made()
    {
        var file = ProtocolFile.Read(
            new SourceText(
                "p.protocol.md",
                """
                ---
                protocol: p
                ---
                ## 1 One {#one}
                ```rule p/1/a
                on discuss by member
                when urgent and (expected-minutes is more than 5 or not unforeseen)
                unless abusive-message
                despite p/1/b
                may require approval of director or else clerk
                may due reply 10 working days after received-on
                is route to line-manager of actor
                is wall matter hidden from subject
                ```
                ```rule p/1/b
                on discuss
                should not
                ```
                """
            ),
            Repository.Library.Vocabulary
        );
        var mutants = file.Rules.SelectMany(new MutantMaker(Repository.Library.Vocabulary).Of).ToList();

        mutants.Select(mutant => mutant.Kind).Distinct().Order().ShouldBe(Enum.GetValues<MutationKind>());
        var changed = mutants.Select(mutant => mutant.After.Length == 0 ? $"without {mutant.Before}" : mutant.After).ToList();
        changed.ShouldContain("when (urgent and expected-minutes is more than 5) or not unforeseen");
        changed.ShouldContain("when not urgent and (expected-minutes is more than 5 or not unforeseen)");
        changed.ShouldContain("when urgent and (expected-minutes is more than 5 or unforeseen)");
        changed.ShouldContain("without may require approval of director or else clerk");
        changed.ShouldContain("without is wall matter hidden from subject");
        changed.Distinct().Count().ShouldBe(changed.Count);
    }

    [Fact]
    public void Change_that_no_case_can_notice_is_proved_to_change_nothing()
    {
        const string Text =
            "---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non discuss by member\nmay\nmay register talks\n```\n```rule p/1/b\non discuss by member\nwhen urgent\nmust not\n```\n";
        var library = ProtocolLibrary.Read([
            .. Repository.Texts().Where(text => text.Path.Contains("vocabulary", StringComparison.Ordinal)),
            new SourceText("p/p.protocol.md", Text),
            new SourceText("p/cases/p.case", "case p/1/a: a talk\nact discuss\nby member\nfact urgent = no\nexpect permitted\n"),
        ]);

        var report = Mutation.Run(library, "p");

        // It is permitted already by what is registered; and that what is urgent must not be done no case asks.
        report.Alike.ShouldHaveSingleItem().Before.ShouldBe("may");
        report.Survivors.Select(mutant => mutant.Rule.Norm).Distinct().ShouldBe(["p/1/b"]);
        report
            .Survivors.Where(mutant => mutant.Kind == MutationKind.Polarity)
            .ShouldHaveSingleItem()
            .Shown!.Facts["urgent"]
            .ShouldBe("yes");
    }
}
