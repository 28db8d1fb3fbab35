using Comity.Protocols.Language;
using Comity.Protocols.Tests.Packs;
using Comity.Protocols.Vocabularies;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Protocols.Tests.Evaluation;

/// <summary>What holds of every situation, tried on random ones of the packs and of the sample.</summary>
public class PropertyTests
{
    private static readonly Protocol[] Protocols =
    [
        SampleProtocol.Compiled,
        .. Repository.Library.Files.Where(file => file.Norms.Count > 0).Select(file => Repository.Library.Compile(file.Control.Protocol)),
    ];

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(400);

    private static Arbitrary<(Protocol, ReferenceInterpreter.Given)> Situations { get; } =
        (
            from protocol in Gen.Elements(Protocols)
            from act in Gen.Elements(protocol.Acts.ToArray())
            from seed in Gen.Choose(1, int.MaxValue)
            select (protocol, new SituationSpace(protocol, new ReferenceInterpreter(protocol), act).Sample(1, (uint)seed).Single())
        ).ToArbitrary();

    [Fact]
    public void Order_of_rules_never_matters()
    {
        var reversed = Protocols.ToDictionary(
            protocol => protocol,
            protocol =>
                Protocol.Compile(
                    protocol.File.WithRules([.. protocol.File.Rules.Reverse()]),
                    protocol.Files.Skip(1).Select(file => file.WithRules([.. file.Rules.Reverse()]))
                )
        );

        Check.One(
            Config,
            Prop.ForAll(
                Situations,
                ((Protocol Protocol, ReferenceInterpreter.Given Given) given) =>
                {
                    var situation = SituationSpace.Build(given.Protocol.Vocabulary, given.Given);
                    var one = given.Protocol.Decide(situation);
                    var other = reversed[given.Protocol].Decide(situation);
                    return Explanation.InWords(one) == Explanation.InWords(other)
                        && one.DecidedBy.SequenceEqual(other.DecidedBy)
                        && one.Questions.SequenceEqual(other.Questions);
                }
            )
        );
    }

    [Theory]
    [InlineData("B", "A")]
    [InlineData("A", "B")]
    public void Order_of_rules_never_matters_to_sources_and_open_points(string first, string second)
    {
        var norm = SampleProtocol
            .File(
                $"---\nprotocol: p\n---\n## 1 One {{#one}}\n```rule p/1/a\non ask\nsource \"{first}\"\nunverified \"{first}\"\nmay\n\n"
                    + $"on ask by member\nsource \"{second}\"\nunverified \"{second}\"\nmay\n```\n"
            )
            .Norms.Single();

        norm.Sources.ShouldBe(["A", "B"]);
        norm.Unverified.ShouldBe(["A", "B"]);
    }

    [Fact]
    public void Unrelated_fact_changes_nothing() =>
        Check.One(
            Config,
            Prop.ForAll(
                Situations,
                ((Protocol Protocol, ReferenceInterpreter.Given Given) given) =>
                {
                    var situation = SituationSpace.Build(given.Protocol.Vocabulary, given.Given);
                    var used = given
                        .Protocol.Files.SelectMany(file => file.Rules)
                        .Where(rule => rule.Scope.Acts.Any(act => act.Text == given.Given.Act))
                        .SelectMany(rule =>
                            ReferenceInterpreter
                                .FactsOf(rule)
                                .Concat(rule.Effects.OfType<RequireEffect>().Select(e => (e.MetWhen ?? e.Record)?.Text ?? ""))
                        )
                        .Concat(
                            given
                                .Protocol.Files.SelectMany(file => file.Gaps)
                                .SelectMany(gap => gap.When)
                                .SelectMany(c => c.Facts())
                                .Select(f => f.Text)
                        )
                        .ToHashSet();
                    var unrelated = given.Protocol.Vocabulary.Facts.Values.First(fact =>
                        fact.Kind == FactKind.YesNo && !used.Contains(fact.Name)
                    );
                    var more = situation.ToBuilder().With(unrelated.Name, true).Build();
                    return Explanation.InWords(given.Protocol.Decide(situation)) == Explanation.InWords(given.Protocol.Decide(more));
                }
            )
        );

    [Fact]
    public void More_knowledge_never_flips_a_settled_answer() =>
        Check.One(
            Config,
            Prop.ForAll(
                Situations,
                Gen.Choose(0, 1000).ToArbitrary(),
                ((Protocol Protocol, ReferenceInterpreter.Given Given) given, int pick) =>
                {
                    var protocol = given.Protocol;
                    var situation = SituationSpace.Build(protocol.Vocabulary, given.Given);
                    var before = protocol.Decide(situation);

                    // A presumption is knowledge that may be taken back, a date is given or not, and a condition is met later: none is a missing fact.
                    var missing = protocol
                        .RulesOn(situation.Act)
                        .SelectMany(ReferenceInterpreter.FactsOf)
                        .Distinct()
                        .Select(name => protocol.Vocabulary.Facts[name])
                        .Where(fact =>
                            fact.Presumption is null
                            && fact.Kind is FactKind.YesNo or FactKind.OneOf
                            && !situation.Facts.ContainsKey(fact.Name)
                        )
                        .Where(fact =>
                            !protocol
                                .RulesOn(situation.Act)
                                .SelectMany(rule => rule.Effects)
                                .OfType<RequireEffect>()
                                .Any(e => (e.MetWhen ?? e.Record)?.Text == fact.Name)
                        )
                        .ToList();
                    if (before.Outcome == Outcome.NeedsFacts || missing.Count == 0)
                    {
                        return true;
                    }

                    var fact = missing[pick % missing.Count];
                    var after = protocol.Decide(
                        situation.ToBuilder().With(fact.Name, fact.Choices[pick % fact.Choices.Count].Name).Build()
                    );
                    return after.Outcome == before.Outcome
                        && after.Conditions.Count == before.Conditions.Count
                        && after.Dues.Count == before.Dues.Count;
                }
            )
        );

    [Fact]
    public void Asked_questions_settle_the_answer() =>
        Check.One(
            Config,
            Prop.ForAll(
                Situations,
                ((Protocol Protocol, ReferenceInterpreter.Given Given) given) =>
                {
                    var situation = SituationSpace.Build(given.Protocol.Vocabulary, given.Given);
                    var asked = new HashSet<string>();
                    while (given.Protocol.NextQuestion(situation) is { } question)
                    {
                        var value = question.Answers.Count > 0 ? question.Answers[^1].Name : "7";
                        if (!asked.Add(question.Fact.Name))
                        {
                            return false;
                        }

                        situation = situation.ToBuilder().With(question.Fact.Name, value).Build();
                    }

                    return given.Protocol.Decide(situation).Outcome != Outcome.NeedsFacts;
                }
            )
        );

    [Fact]
    public void Situation_comes_back_from_its_canonical_text() =>
        Check.One(
            Config,
            Prop.ForAll(
                Situations,
                ((Protocol Protocol, ReferenceInterpreter.Given Given) given) =>
                {
                    var text = SituationSpace.Build(given.Protocol.Vocabulary, given.Given).ToCanonicalText();
                    return Situation.Parse(new SourceText("stored", text), given.Protocol.Vocabulary).Build().ToCanonicalText() == text;
                }
            )
        );

    [Fact]
    public void Rule_comes_back_from_its_printed_lines()
    {
        foreach (var file in Protocols.SelectMany(protocol => protocol.Files))
        {
            var printed = file.Rules.Select(rule => rule.ToString()).ToList();
            var clauses = file.Clauses.Select(clause => $"## {clause.Number} {clause.Heading} {{#{clause.LastingId}}}\n\nWords.\n");
            var text =
                $"---\nprotocol: {file.Control.Protocol}\nlayer: {file.Control.Layer.ToString().ToLowerInvariant()}\n---\n"
                + string.Join('\n', file.Clauses.Select((clause, i) => clauses.ElementAt(i) + Blocks(file, clause)));

            var again = ProtocolFile.Read(new SourceText("printed", text), file.Vocabulary);

            again.Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();
            again.Rules.Select(rule => rule.ToString()).ShouldBe(printed);
        }
    }

    private static string Blocks(ProtocolFile file, Clause clause) =>
        string.Concat(
            file.Norms.Where(norm => ReferenceEquals(norm.Clause, clause))
                .Select(norm => $"```rule {norm.Id}\n{string.Join("\n\n", norm.Rules.Select(rule => rule.ToString()))}\n```\n")
        );
}
