using Comity.Protocols.Language;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Protocols.Tests.Language;

/// <summary>What is printed reads back as what it was.</summary>
public class PrinterTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    public static TheoryData<string> Keys => PackTests.Keys;

    private static Gen<Name> Word(params string[] words) => Gen.Elements(words).Select(word => new Name(word, default));

    private static Gen<Condition> Tests { get; } =
        Gen.OneOf(
            Word("urgent", "raining", "delegated").Select(Condition (fact) => new FactIsYes(fact)),
            Word("ward", "policy", "staff", "private")
                .NonEmptyListOf()
                .Select(Condition (values) => new FactIsOneOf(new Name("topic", default), [.. values])),
            (
                from comparison in Gen.Elements(Enum.GetValues<Comparison>())
                from number in Gen.Choose(-5, 500)
                select (comparison, number)
            ).Select(Condition (found) => new FactCompares(new Name("minutes", default), found.comparison, found.number / 10m)),
            Gen.Constant<Condition>(new FactIsKnown(new Name("received-on", default)))
        );

    private static Gen<Condition> Conditions { get; } = Gen.Sized(Sized);

    private static Gen<Rule> Rules { get; } =
        from actors in Word("member", "officer", "leader").ListOf()
        from about in Word("member", "director").ListOf()
        from when in Conditions.ListOf()
        from unless in Conditions.ListOf()
        from provided in Word("consented", "urgent").ListOf()
        from despite in Word("p/1/z").ListOf()
        from effect in Effects
        select new Rule(
            "p/1/a",
            new Clause("1", "one", "One", 2, "", default),
            Layer.Protocol,
            new RuleScope([new Name("ask", default)], [.. actors], [], [.. about]),
            [.. when],
            [.. unless],
            [.. provided],
            [.. despite],
            [effect],
            default
        );

    private static Gen<Who> Whos { get; } =
        from terms in (
            from role in Word("director", "monitoring-officer", "line-manager")
            from party in Gen.Elements<Party?>(null, Party.Actor, Party.Recipient, Party.Subject)
            select new WhoTerm(role, party)
        ).NonEmptyListOf()
        from any in Gen.Elements(true, false)
        from orElse in Gen.Elements<Who?>(null, new Who([new WhoTerm(null, Party.Recipient)], false, null))
        select new Who([.. terms], any && terms.Count > 1, orElse);

    private static Gen<Effect> Effects { get; } =
        from who in Whos
        from effect in Gen.Elements<Effect>(
            new PermitEffect(Strength.May),
            new ForbidEffect(Strength.Must),
            new AdviseAgainstEffect(),
            new RequireEffect(Strength.Must, RequirementKind.Approval, who, null, new Name("consented", default)),
            new RequireEffect(Strength.Should, RequirementKind.Copy, who, null, null),
            new RequireEffect(Strength.Must, RequirementKind.Consultation, who, null, new Name("consented", default)),
            new RouteEffect(Strength.Should, who, new Name("first", default), null),
            new WallEffect(Strength.Is, MatterPart.Identity, false, who),
            new PublishEffect(Strength.May, new Name("notice", default), who),
            new RegisterEffect(Strength.Must, new Name("calls", default)),
            new StopEffect(Strength.May, new Name("reply", default))
        )
        select effect;

    [Fact]
    public void Random_rule_reads_back_as_it_was() =>
        Check.One(
            Config,
            Prop.ForAll(
                Rules.ToArbitrary(),
                rule =>
                {
                    var text = $"---\nprotocol: p\n---\n## 1 One {{#one}}\n```rule p/1/a\n{rule}\n```\n";
                    var file = SampleProtocol.File(text);
                    var again = file.Rules.Single();
                    return file.Diagnostics.Count == 0
                        && again.ToString() == rule.ToString()
                        && again.When.Zip(rule.When).All(pair => Same(pair.First, pair.Second))
                        && again.Unless.Zip(rule.Unless).All(pair => Same(pair.First, pair.Second));
                }
            )
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void Printed_pack_reads_back_as_it_was(string key)
    {
        var file = Repository.Library.File(key)!;

        var printed = ProtocolPrinter.Print(file);
        var again = ProtocolFile.Read(new SourceText(file.Source.Path, printed), file.Vocabulary);

        again.Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();
        again.Control.Lines.ShouldBe(file.Control.Lines);
        again.Clauses.Select(Plain).ShouldBe(file.Clauses.Select(Plain));
        again
            .Norms.Select(norm => $"{norm.Id} {norm.Clause.Number}")
            .Order()
            .ShouldBe(file.Norms.Select(norm => $"{norm.Id} {norm.Clause.Number}").Order());
        again.Rules.Select(rule => $"{rule.Norm}\n{rule}").Order().ShouldBe(file.Rules.Select(rule => $"{rule.Norm}\n{rule}").Order());
        again
            .Gaps.Select(gap => $"{gap.Key} {gap.Clause.Number} {gap.Says}")
            .ShouldBe(file.Gaps.Select(gap => $"{gap.Key} {gap.Clause.Number} {gap.Says}"));
        again
            .Clashes.Select(clash => $"{clash.Key} {clash.Says} {clash.Resolved}")
            .ShouldBe(file.Clashes.Select(clash => $"{clash.Key} {clash.Says} {clash.Resolved}"));
        again.Faults.Select(fault => $"{fault.Key} {fault.Says}").ShouldBe(file.Faults.Select(fault => $"{fault.Key} {fault.Says}"));
        ProtocolPrinter.Print(again).ShouldBe(printed);
    }

    private static string Plain(Clause clause) => $"{clause.Level} {clause.Number} {clause.LastingId} {clause.Heading}\n{clause.Prose}";

    private static Gen<Condition> Sized(int size) =>
        size <= 1
            ? Tests
            : Gen.OneOf(
                Tests,
                Sized(size / 2).Select(Condition (inner) => new NotCondition(inner)),
                (from one in Sized(size / 3) from other in Sized(size / 3) select (one, other)).Select(
                    Condition (parts) => new AllConditions([parts.one, parts.other])
                ),
                (from one in Sized(size / 3) from other in Sized(size / 3) select (one, other)).Select(
                    Condition (parts) => new AnyCondition([parts.one, parts.other])
                )
            );

    private static bool Same(Condition one, Condition other) =>
        (one, other) switch
        {
            (NotCondition a, NotCondition b) => Same(a.Inner, b.Inner),
            (AllConditions a, AllConditions b) => a.Parts.Count == b.Parts.Count
                && a.Parts.Zip(b.Parts).All(pair => Same(pair.First, pair.Second)),
            (AnyCondition a, AnyCondition b) => a.Parts.Count == b.Parts.Count
                && a.Parts.Zip(b.Parts).All(pair => Same(pair.First, pair.Second)),
            _ => one.GetType() == other.GetType() && one.ToString() == other.ToString(),
        };
}
