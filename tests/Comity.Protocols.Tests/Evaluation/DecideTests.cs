using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Evaluation;

public class DecideTests
{
    private static Protocol Sample => SampleProtocol.Compiled;

    [Fact]
    public void Decide_a_ward_question_permits_and_counts_ten_working_days()
    {
        var decision = Sample.Decide(
            Question().With("topic", "ward").With("minutes", 3).With("received-on", new DateOnly(2026, 4, 2)).Build(),
            Repository.Calendars
        );

        decision.Outcome.ShouldBe(Outcome.Permitted);
        decision
            .DecidedBy.Select(citation => (citation.Norm, citation.Clause, citation.LastingId))
            .ShouldBe([("sample/1/a", "1", "asking")]);
        decision.Dues.Select(due => (due.Duty, due.DueOn)).ShouldBe([("reply", new DateOnly(2026, 4, 20))]);
        decision.Dues[0].Working()!.Steps.Length.ShouldBe(19);
        decision.Presumptions.Select(presumption => presumption.Fact.Name).ShouldBe(["urgent"]);
    }

    [Fact]
    public void Decide_gives_way_to_no_arrangement_where_the_protocol_has_a_number() =>
        Sample.Decide(Question().With("topic", "ward").With("minutes", 3).Build()).Dues.ShouldNotContain(due => due.IsCouncilsChoice);

    [Fact]
    public void Decide_fills_the_end_of_a_route_with_the_councils_choice()
    {
        var route = Sample.Decide(Complaint().Build()).Route;

        route
            .Select(step => (step.Stage, step.Level, step.IsCouncilsChoice))
            .ShouldBe([("line-manager", 0, false), ("director", 1, false), ("last", 2, true)]);
    }

    [Fact]
    public void Decide_after_a_stage_was_tried_begins_with_what_comes_after_it() =>
        Sample
            .Decide(Complaint().With("unresolved-at", "line-manager").Build())
            .Route.Select(step => step.Who.ToString())
            .ShouldBe(["director of subject or else monitoring-officer", "monitoring-officer"]);

    [Fact]
    public void Decide_after_a_stage_that_no_route_has_cannot_tell()
    {
        var decision = Sample.Decide(Complaint().With("unresolved-at", "the-pub").Build());

        decision.Outcome.ShouldBe(Outcome.CannotTell);
        decision.Fault.ShouldNotBeNull();
        decision.Ask!.ToString().ShouldBe("monitoring-officer");
    }

    [Fact]
    public void Decide_a_private_question_is_forbidden_and_says_what_is_lacking()
    {
        var decision = Sample.Decide(Question("leader").With("topic", "private").With("delegated", false).Build());

        decision.Outcome.ShouldBe(Outcome.Forbidden);
        decision.DecidedBy.Select(citation => citation.Norm).ShouldBe(["sample/1/d"]);
        decision.NearMisses.Single(miss => miss.Citation.Norm == "sample/1/e").Lacking.Select(lack => lack.Needed).ShouldBe(["delegated"]);
    }

    [Fact]
    public void Decide_with_the_delegation_overrides_and_reports_the_condition_as_met()
    {
        var decision = Sample.Decide(Question("leader").With("topic", "private").With("delegated", true).With("minutes", 1).Build());

        decision.Outcome.ShouldBe(Outcome.PermittedOnCondition);
        decision.Conditions.Select(condition => (condition.Text, condition.IsMet)).ShouldBe([("delegated", true)]);
        decision.Overridden.Single().Citation.Norm.ShouldBe("sample/1/d");
        decision.Overridden.Single().By.Single().Norm.ShouldBe("sample/1/e");
        decision.Registers.Select(register => register.Name).ShouldBe(["exceptions"]);
    }

    [Theory]
    [InlineData(5, Outcome.Permitted)]
    [InlineData(6, Outcome.PermittedOnCondition)]
    [InlineData(59, Outcome.PermittedOnCondition)]
    [InlineData(60, Outcome.Forbidden)]
    public void Decide_holds_its_thresholds_exactly(int minutes, Outcome outcome) =>
        Sample.Decide(Question().To("officer").With("topic", "policy").With("minutes", minutes).Build()).Outcome.ShouldBe(outcome);

    [Fact]
    public void Decide_without_the_topic_asks_for_the_fact_that_settles_most()
    {
        var decision = Sample.Decide(Question().Build());

        decision.Outcome.ShouldBe(Outcome.NeedsFacts);
        decision.Questions[0].Fact.Name.ShouldBe("topic");
        Sample.NextQuestion(decision.Situation)!.Label.ShouldBe("What is it about?");
    }

    [Fact]
    public void Decide_does_not_ask_what_cannot_change_the_answer() =>
        Sample.Decide(Question().With("minutes", 90).Build()).Outcome.ShouldBe(Outcome.Forbidden);

    [Fact]
    public void Decide_in_a_noted_silence_names_it_and_whom_to_ask()
    {
        var decision = Sample.Decide(Situation.In(SampleProtocol.Vocabulary).Act("tell").With("topic", "staff").Build());

        decision.Outcome.ShouldBe(Outcome.Silent);
        decision.Gap!.Key.ShouldBe("sample/telling");
        decision.Nearest.Select(nearest => nearest.Text).ShouldBe(["Think first."]);
        Explanation.InWords(decision).ShouldContain("Ask the Monitoring Officer.");
    }

    /// <summary>The norm speaks of other acts too, among them declarations: what it says of them is no help here.</summary>
    [Fact]
    public void Decide_in_a_silence_shows_of_a_near_norm_what_it_says_first_when_it_says_nothing_of_the_act()
    {
        var borough = Packs.Repository.Library.Compile("borough");

        var decision = borough.Decide(Situation.In(borough.Vocabulary).Act("instruct-officer").By("member").To("officer").Build());

        decision
            .Nearest.Where(nearest => nearest.Citation.Norm == "borough/3.1/e")
            .Select(nearest => nearest.Text)
            .ShouldBe(["An officer answers to a head of service, an executive director or the Chief Executive."]);
    }

    [Fact]
    public void Decide_an_act_that_no_rule_knows_is_silent() =>
        Sample.Decide(Situation.In(SampleProtocol.Vocabulary).Act("sign").Build()).Outcome.ShouldBe(Outcome.Silent);

    [Fact]
    public void Decide_shows_the_fault_and_the_clash_that_it_touches()
    {
        Sample.Decide(Complaint().Build()).Faults.Select(fault => fault.Key).ShouldBe(["sample/complaining"]);
        Sample.Decide(Question().To("officer").With("topic", "staff").Build()).Clashes.ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_allocates_nothing_known_or_not()
    {
        var protocol = Repository.Library.Compile("wigan");
        var known = protocol.Encode(Wigan().With("protocol-breach", true).Build());
        var open = protocol.Encode(Wigan().Build());
        Evaluate(protocol, known, open, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluate(protocol, known, open, 1_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Decide_one_situation_under_two_protocols_in_turn_gives_each_its_own_answer()
    {
        var bare = Protocol.Compile(Sample.File.WithRules([]));
        var situation = Question().With("topic", "ward").Build();

        Protocol[] asked = [Sample, bare, Sample, Sample, bare];

        asked
            .Select(protocol => protocol.Decide(situation))
            .Select(decision => (decision.Protocol, IsSilent: decision.Outcome == Outcome.Silent))
            .ShouldBe(asked.Select(protocol => (protocol, protocol == bare)));
    }

    [Fact]
    public void Decide_again_and_for_an_equal_situation_gives_the_same_words()
    {
        var protocol = Repository.Library.Compile("wigan");
        var letters = Enumerable
            .Range(0, 1 << 6)
            .Select(bits => Enumerable.Range(0, 3).Aggregate(Letter(bits >> 3), (next, i) => next.With(Doubts[i], (bits & (1 << i)) != 0)))
            .ToList();

        var first = letters.ConvertAll(letter => Explanation.InWords(protocol.Decide(letter.Build())));
        var again = letters.ConvertAll(letter => Explanation.InWords(protocol.Decide(letter.Build())));

        again.ShouldBe(first);
        first.Distinct().Count().ShouldBeGreaterThan(3);
        letters.ConvertAll(letter => Explanation.InWords(Repository.Library.Compile("wigan").Decide(letter.Build()))).ShouldBe(first);
    }

    [Fact]
    public async Task Decide_from_many_threads_gives_one_answer()
    {
        var situation = Question().With("topic", "ward").Build();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ => Task.Run(() => Explanation.InWords(Sample.Decide(situation)), TestContext.Current.CancellationToken))
        );

        answers.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Build_with_misspelt_names_reports_each_with_the_nearest()
    {
        var builder = Situation.In(SampleProtocol.Vocabulary).Act("aks").By("membre").With("topik", "ward").With("topic", "wards");

        builder
            .Diagnostics.Select(found => found.Suggestion)
            .ShouldBe(["did you mean `ask`?", "did you mean `member`?", "did you mean `topic`?", "did you mean `ward`?"]);
        builder.BuildOrNull().ShouldBeNull();
        Should.Throw<ArgumentException>(() => builder.Build()).Message.ShouldContain("`aks`");
    }

    [Fact]
    public void Hashes_follow_the_text_and_nothing_else()
    {
        var file = SampleProtocol.File(SampleProtocol.ProtocolText);

        SampleProtocol.File(SampleProtocol.ProtocolText, "elsewhere.protocol.md").Hash.ShouldBe(file.Hash);
        SampleProtocol.File(SampleProtocol.ProtocolText + "\n").Hash.ShouldNotBe(file.Hash);
        Sample.Hashes.Keys.ShouldBe(["sample", "local", "vocabulary"]);
    }

    private static void Evaluate(
        Protocol protocol,
        Protocols.Evaluation.EncodedSituation known,
        Protocols.Evaluation.EncodedSituation open,
        int times
    )
    {
        for (var i = 0; i < times; i++)
        {
            protocol.Evaluate(in known);
            protocol.Evaluate(in open);
        }
    }

    private static SituationBuilder Question(string by = "member") => Situation.In(SampleProtocol.Vocabulary).Act("ask").By(by);

    private static SituationBuilder Complaint() =>
        Situation.In(SampleProtocol.Vocabulary).Act("complain").By("member").About("officer").With("delegated", false);

    private static readonly string[] Doubts = ["specific-delegation", "creates-obligation", "reply-to-letter-sent-to-member"];

    private static SituationBuilder Letter(int signatory) =>
        Situation
            .In(Repository.Library.Vocabulary)
            .Act("send-official-letter")
            .By(signatory % 2 == 0 ? "member" : "officer")
            .With("signatory", new[] { "officer", "member", "chairman", "sender" }[signatory / 2]);

    private static SituationBuilder Wigan() =>
        Situation.In(Repository.Library.Vocabulary).Act("raise-concern").By("member").About("officer");
}
