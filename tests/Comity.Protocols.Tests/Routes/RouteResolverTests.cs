using Comity.Protocols.Routes;
using Comity.Protocols.Tests.Evaluation;

namespace Comity.Protocols.Tests.Routes;

public class RouteResolverTests
{
    private static readonly Parties MemberAboutOfficer = new(["ann"], [], ["bob"]);

    [Fact]
    public void Resolve_with_free_holders_gives_them_as_written()
    {
        var steps = Resolve(
            new Holders
            {
                ["line-manager of bob"] = ["cy"],
                ["director of bob"] = ["di"],
                ["monitoring-officer"] = ["mo"],
            }
        );

        steps
            .Select(step => (step.Assigned.Single().Person, step.Assigned.Single().Found))
            .ShouldBe([("cy", Found.AsWritten), ("di", Found.AsWritten), ("mo", Found.AsWritten)]);
        steps.ShouldAllBe(step => step.GapIn == null && step.PassedOver.Count == 0);
    }

    [Fact]
    public void Resolve_when_the_director_is_the_subject_goes_to_the_or_else()
    {
        var step = Resolve(new Holders { ["director of bob"] = ["bob"], ["monitoring-officer"] = ["mo"] })[1];

        step.Assigned.ShouldBe([new Assigned("mo", "monitoring-officer", Found.OrElse)]);
        step.PassedOver.ShouldBe([new PassedOver("bob", "director of subject", PassOverReason.IsSubject)]);
    }

    [Fact]
    public void Resolve_when_the_or_else_raised_it_goes_to_another_holder_of_the_role()
    {
        var step = Resolve(new Holders { ["director of bob"] = ["bob", "eve"], ["monitoring-officer"] = ["ann"] })[1];

        step.Assigned.ShouldBe([new Assigned("eve", "director of subject", Found.AnotherHolder)]);
        step.PassedOver.Select(passed => passed.Reason).ShouldBe([PassOverReason.IsSubject, PassOverReason.IsActor]);
    }

    [Fact]
    public void Resolve_when_a_holder_has_declared_a_relationship_goes_to_the_stated_substitute()
    {
        var holders = new Holders { ["line-manager of bob"] = ["cy"] };
        holders.Substitutes["line-manager of bob"] = ["bob", "sam"];
        holders.Declared.Add(("cy", "ann"));

        var step = Resolve(holders)[0];

        step.Assigned.ShouldBe([new Assigned("sam", "line-manager of subject", Found.Substitute)]);
        step.PassedOver.ShouldContain(new PassedOver("cy", "line-manager of subject", PassOverReason.HasDeclaredRelationship));
    }

    [Fact]
    public void Resolve_when_nobody_may_act_names_the_norm_of_the_gap()
    {
        var step = Resolve(new Holders { ["line-manager of bob"] = ["bob"] })[0];

        step.Assigned.ShouldBeEmpty();
        step.GapIn.ShouldBe("sample/2/a");
    }

    [Fact]
    public void Resolve_when_the_office_is_vacant_says_so()
    {
        var step = Resolve(new Holders())[0];

        step.Vacant.ShouldBe(["line-manager of subject"]);
        step.GapIn.ShouldBe("sample/2/a");
    }

    [Fact]
    public void Resolve_when_all_of_several_are_needed_and_one_may_not_is_a_gap()
    {
        var decision = SampleProtocol.Compiled.Decide(Complaint().With("delegated", true).Build());
        var both = decision.Route.Single(step => step.Who.ToString() == "director and monitoring-officer");

        var resolved = RouteResolver.Resolve(
            [both],
            MemberAboutOfficer,
            new Holders { ["director"] = ["bob"], ["monitoring-officer"] = ["mo"] }
        );

        resolved.Single().GapIn.ShouldBe("sample/2/b");
    }

    [Fact]
    public void Nobody_ever_decides_about_themselves_whoever_holds_what()
    {
        string[] people = ["ann", "bob", "mo", "x"];
        var route = SampleProtocol.Compiled.Decide(Complaint().Build()).Route;
        route.ShouldNotBeEmpty();
        foreach (var manager in people)
        {
            foreach (var director in people)
            {
                foreach (var officer in people)
                {
                    var holders = new Holders
                    {
                        ["line-manager of bob"] = [manager],
                        ["director of bob"] = [director],
                        ["monitoring-officer"] = [officer],
                    };
                    foreach (var assigned in RouteResolver.Resolve(route, MemberAboutOfficer, holders).SelectMany(step => step.Assigned))
                    {
                        assigned.Person.ShouldNotBeOneOf("ann", "bob");
                    }
                }
            }
        }
    }

    private static SituationBuilder Complaint() =>
        Situation.In(SampleProtocol.Vocabulary).Act("complain").By("member").About("officer").With("delegated", false);

    private static IReadOnlyList<ResolvedStep> Resolve(Holders holders) =>
        RouteResolver.Resolve(SampleProtocol.Compiled.Decide(Complaint().Build()).Route, MemberAboutOfficer, holders);

    private sealed class Holders : Dictionary<string, string[]>, IOfficeHolders
    {
        public Dictionary<string, string[]> Substitutes { get; } = [];

        public HashSet<(string, string)> Declared { get; } = [];

        public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on) => this.GetValueOrDefault(Key(role, of)) ?? [];

        public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on) =>
            Substitutes.GetValueOrDefault(Key(role, of)) ?? [];

        public bool HaveDeclaredRelationship(string person, string other, DateOnly? on) => Declared.Contains((person, other));

        private static string Key(string role, string? of) => of is null ? role : $"{role} of {of}";
    }
}
