using Comity.Protocols.Analysis;
using Comity.Protocols.Language;
using Comity.Protocols.Routes;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Analysis;

public class ProtocolProofTests
{
    public static TheoryData<string> Packs =>
        [
            .. Repository
                .Library.Files.Where(file => file.Control is { Layer: Layer.Protocol, Locked: null })
                .Select(file => file.Control.Protocol),
        ];

    public static TheoryData<string> Arranged => [.. Packs.Select(row => row.Data).Where(key => File.Exists(ArrangementOf(key)))];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Prove_names_every_dead_end_of_a_pack_and_no_other(string key)
    {
        var expected = File.ReadAllLines(Path.Combine(Repository.Root, "protocols", key, "dead-ends.txt"))
            .Where(line => line.Length > 0 && line[0] != '#');

        Concerns(key)
            .Where(example =>
                example.Kind
                    is not (CounterKind.NothingAfter or CounterKind.NotedSilence or CounterKind.NotedFault or CounterKind.NoTimeLimit)
            )
            .Select(DeadEndLine.Of)
            .Order(StringComparer.Ordinal)
            .ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_dead_end_comes_out_when_its_situation_is_decided(string key)
    {
        var protocol = Compile(key);
        foreach (var example in Concerns(key).Where(example => example.IsFailure))
        {
            var decision = protocol.Decide(example.Situation!);
            decision.Outcome.ShouldNotBe(Outcome.NeedsFacts, example.Situation!.ToCanonicalText());
            var stated = new StatedHolders(example);
            var met = RouteResolver.Resolve(decision.Route, stated.Parties, stated);
            var last = met.Where(step => !met.Any(next => next.Step.After == step.Step.Stage)).ToList();
            switch (example.Kind)
            {
                case CounterKind.NoRoute:
                    decision.Route.ShouldBeEmpty(example.Words);
                    break;
                case CounterKind.Forbidden:
                    decision.Outcome.ShouldBe(Outcome.Forbidden);
                    break;
                default:
                    last.SelectMany(step => step.Assigned)
                        .Select(assigned => assigned.Person)
                        .Except(stated.Parties.Concerned)
                        .ShouldBeEmpty(example.Situation!.ToCanonicalText());
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Everything_but_the_ends_of_concerns_holds_in_a_pack(string key) =>
        ProtocolProof
            .Run(Compile(key))
            .Where(proved => proved.Property != ProofProperty.ConcernsReachSomebodyElse)
            .SelectMany(proved => proved.CounterExamples)
            .Select(example => $"{SituationWords.Of(example.Situation!)}: {example.Words}")
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Arranged))]
    public void With_the_demonstration_arrangements_every_concern_ends_with_somebody(string key)
    {
        var arrangement = ProtocolFile.Read(
            new SourceText(ArrangementOf(key), File.ReadAllText(ArrangementOf(key))),
            Repository.Library.Vocabulary
        );
        var arranged = Protocol.Compile(
            Repository.Library.File(key)!,
            [.. Layers.Select(layer => Repository.Library.File(layer)!), arrangement]
        );

        arranged.Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();
        ProtocolProof
            .Run(arranged)
            .SelectMany(proved => proved.CounterExamples)
            .Select(example => $"{SituationWords.Of(example.Situation!)}: {example.Words}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Without_the_safeguards_somebody_may_decide_their_own_case_and_the_subject_sees_it()
    {
        var bare = ProtocolProof.Run(Repository.Library.Compile("wigan")).ToDictionary(proved => proved.Property);

        bare[ProofProperty.NobodyDecidesAboutThemselves].CounterExamples.Count.ShouldBe(3);
        bare[ProofProperty.WallsExcludeTheSubject].Holds.ShouldBeFalse();
    }

    [Fact]
    public void Approval_of_somebody_who_may_be_the_one_who_asks_is_found()
    {
        var file = ProtocolFile.Read(
            new SourceText(
                "p.protocol.md",
                "---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non speak-to-media by officer\nmust require approval of chief-executive\n```\n"
            ),
            Repository.Library.Vocabulary
        );
        var property = ProtocolProof.Run(Protocol.Compile(file)).Single(proved => proved.Property == ProofProperty.ApprovalsHaveSomebody);

        var example = property.CounterExamples.ShouldHaveSingleItem();
        example.By.ShouldBe(["chief-executive"]);
        ProtocolProof
            .Run(Protocol.Compile(file), new Dictionary<string, string> { ["chief-executive"] = "leader-of-council" })
            .Single(proved => proved.Property == ProofProperty.ApprovalsHaveSomebody)
            .Holds.ShouldBeTrue();
    }

    [Fact]
    public void Contradiction_is_a_counter_example_with_its_situation()
    {
        var file = ProtocolFile.Read(
            new SourceText(
                "p.protocol.md",
                "---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non speak-to-media by officer\nmay\n```\n```rule p/1/b\non speak-to-media\nwhen comment-kind is opinion\nmust not\n```\n"
            ),
            Repository.Library.Vocabulary
        );

        var example = ProtocolProof
            .Run(Protocol.Compile(file))
            .Single(proved => proved.Property == ProofProperty.ContradictionsAreSettled)
            .CounterExamples.ShouldHaveSingleItem();

        example.Situation!.ToCanonicalText().ShouldBe("act speak-to-media\nby officer\nfact comment-kind = opinion\n");
    }

    [Fact]
    public void Contradiction_between_days_is_found_with_the_days()
    {
        var found = ProtocolCheck.Run(Dated("from 2024-04-01\nuntil 2025-03-31", "from 2025-03-01"));

        var finding = found.Where(one => one.Diagnostic.Id == "CP0401").ShouldHaveSingleItem();
        finding.Diagnostic.Message.ShouldContain("from 1 March 2025 to 31 March 2025");
        finding.Situation!.On.ShouldNotBeNull();
        ProtocolProof
            .Run(Dated("from 2024-04-01\nuntil 2025-03-31", "from 2025-03-01"))
            .Single(proved => proved.Property == ProofProperty.ContradictionsAreSettled)
            .Holds.ShouldBeFalse();
    }

    [Fact]
    public void Rules_that_never_hold_on_one_day_do_not_contradict_each_other() =>
        ProtocolCheck.Run(Dated("until 2025-03-31", "from 2025-04-01")).ShouldNotContain(one => one.Diagnostic.Id == "CP0401");

    [Fact]
    public void Dead_end_between_two_days_is_found_with_the_days()
    {
        var file = ProtocolFile.Read(
            new SourceText(
                "p.protocol.md",
                "---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non raise-concern by member about officer\nuntil 2024-12-31\nmay route to monitoring-officer\n```\n"
                    + "```rule p/1/b\non raise-concern by member about officer\nfrom 2025-02-01\nmay route to monitoring-officer\n```\n"
            ),
            Repository.Library.Vocabulary
        );

        var example = ProtocolProof
            .Concerns(Protocol.Compile(file))
            .CounterExamples.First(one => one.Kind == CounterKind.NoRoute && one.By is ["member"] && one.About is ["officer"]);

        example.Words.ShouldStartWith("from 1 January 2025 to 31 January 2025: no step is written");
        example.Situation!.On.ShouldBe(new DateOnly(2025, 1, 1));
        ProtocolProof
            .Concerns(Protocol.Compile(file))
            .CounterExamples.First(one => one.Kind == CounterKind.NoRoute && one.About is ["member"])
            .Words.ShouldStartWith("no step is written");
    }

    [Fact]
    public void Contradiction_for_somebody_in_two_roles_is_found_though_a_body_is_spoken_of_like_one_of_them()
    {
        // Nobody is both an officer and a committee; somebody may be an officer and the Monitoring Officer, of whom the rules say the same as of the committee.
        var file = ProtocolFile.Read(
            new SourceText(
                "p.protocol.md",
                "---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non publish-guidance by committee, monitoring-officer\nmay\n```\n```rule p/1/b\non publish-guidance by officer\nmust not\n```\n"
            ),
            Repository.Library.Vocabulary
        );

        var finding = ProtocolCheck.Run(Protocol.Compile(file)).Where(one => one.Diagnostic.Id == "CP0401").ShouldHaveSingleItem();

        finding.Situation!.By.ShouldBe(["monitoring-officer", "officer"]);
    }

    private static Protocol Dated(string permit, string refusal) =>
        Protocol.Compile(
            ProtocolFile.Read(
                new SourceText(
                    "p.protocol.md",
                    $"---\nprotocol: p\n---\n## 1 One {{#one}}\n```rule p/1/a\non speak-to-media by officer\n{permit}\nmay\n```\n```rule p/1/b\non speak-to-media by officer\n{refusal}\nmust not\n```\n"
                ),
                Repository.Library.Vocabulary
            )
        );

    private static readonly string[] Layers = ["comity"];

    private static Protocol Compile(string key) => Repository.Library.Compile(key, Layers);

    private static IReadOnlyList<CounterExample> Concerns(string key)
    {
        var proved = ProtocolProof.Run(Compile(key))[0];
        return [.. proved.CounterExamples, .. proved.Noted];
    }

    private static string ArrangementOf(string key) => Path.Combine(Repository.Root, "protocols", key, "demonstration.arrangement.md");
}
