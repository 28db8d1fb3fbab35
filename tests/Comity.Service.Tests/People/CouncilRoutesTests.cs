using Comity.Protocols;
using Comity.Protocols.Routes;
using Comity.Service.Arrangements;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.People;

public class CouncilRoutesTests
{
    private static ReadTogether Wigan => ReadTogether.From([.. TestPeople.WiganTexts()], "the texts of the test");

    [Theory, EveryDatabase]
    [Norm("wigan/5.2/a")]
    public async Task Raise_a_concern_passes_over_a_line_manager_with_a_declared_relationship_for_the_stated_substitute(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);

        var before = await scene.RouteAsync(scene.Desk.Clerk);
        await scene.DeclareAsync();
        var gap = await scene.RouteAsync(scene.Desk.Clerk);
        await scene.StateAsync("line-manager", scene.Waste);
        var after = await scene.RouteAsync(scene.Desk.Clerk);

        before.DealtWithBy.ShouldBe(["Ivy Jones, line manager of actor"]);
        gap.DealtWithBy.ShouldBeEmpty();
        gap.Gap.ShouldNotBeNull().ShouldContain("wigan/5.2/a");
        gap.Resolved.GapIn.ShouldBe("wigan/5.2/a");
        after.Gap.ShouldBeNull();
        after.DealtWithBy.ShouldBe([
            "Kit Lane, Head of Parks, in place of the line manager of actor: the council's own arrangement (C/14), not the protocol's",
        ]);
        after.PassedOver.ShouldBe(["Ivy Jones, line manager of actor, is passed over: they may not deal with this one"]);
    }

    [Theory, EveryDatabase]
    public async Task Read_a_skip_says_why_only_to_those_who_may_see_the_declaration(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        await scene.DeclareAsync();

        var declarant = await scene.RouteAsync(await scene.ViewerAsync(scene.Manager));
        var named = await scene.RouteAsync(await scene.ViewerAsync(scene.Member));
        var monitoring = await scene.RouteAsync(await scene.ViewerAsync(scene.Monitoring));
        var officer = await scene.RouteAsync(await scene.ViewerAsync(scene.Officer));

        foreach (var step in (CouncilStep[])[declarant, named, monitoring])
        {
            step.PassedOver.ShouldHaveSingleItem().ShouldContain("declared a relationship");
        }

        officer.PassedOver.ShouldHaveSingleItem().ShouldNotContain("relationship");
    }

    [Theory, EveryDatabase]
    public async Task State_a_substitute_for_one_service_leaves_the_other_services_with_their_gap(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        await scene.DeclareAsync();

        await scene.StateAsync("line-manager", scene.Parks);

        (await scene.RouteAsync(scene.Desk.Clerk)).Gap.ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    public async Task End_a_relationship_puts_the_line_manager_back_from_the_day_after(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var id = await scene.DeclareAsync();

        var ended = await new EndRelationship(scene.Desk.Db, scene.Desk.Writes, scene.Desk.Tokens).ExecuteAsync(
            await scene.ViewerAsync(scene.Manager),
            new(id, Day)
        );

        ended.ShouldBeOfType<RegisterChange.Done>();
        scene.Desk.Db.ChangeTracker.Clear();
        (await scene.RouteAsync(scene.Desk.Clerk)).DealtWithBy.ShouldBeEmpty();
        (await scene.RouteAsync(scene.Desk.Clerk, Day.AddDays(1))).DealtWithBy.ShouldBe(["Ivy Jones, line manager of actor"]);
    }

    /// <summary>An officer with a concern about a member to whom the officer's line manager is close.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        public required RegisterDesk Desk { get; init; }
        public required Guid Officer { get; init; }
        public required Guid Manager { get; init; }
        public required Guid Member { get; init; }
        public required Guid Monitoring { get; init; }
        public required Guid Waste { get; init; }
        public required Guid Parks { get; init; }
        public required Guid HeadOfParks { get; init; }

        public static async Task<Scene> OpenAsync(DatabaseKind kind)
        {
            var desk = await RegisterDesk.OpenAsync(kind);
            var (waste, parks) = (desk.Made.Service("Waste"), desk.Made.Service("Parks"));
            var (manager, managerOffice) = desk.Made.Post("Ivy Jones", "Head of Waste", "head-of-service", waste);
            var (officer, _) = desk.Made.Post("Jo King", "Waste Officer", "officer", waste, managerOffice);
            var (_, head) = desk.Made.Post("Kit Lane", "Head of Parks", "head-of-service", parks);
            var (monitoring, _) = desk.Made.Post("Dee Marsh", "Monitoring Officer", "monitoring-officer");
            var member = desk.Made.Member("Ann Reed", desk.Made.Ward("Northgate"));
            await desk.Made.SaveAsync();
            desk.Db.ChangeTracker.Clear();
            return new Scene
            {
                Desk = desk,
                Officer = officer.Id,
                Manager = manager.Id,
                Member = member.Id,
                Monitoring = monitoring.Id,
                Waste = waste.Id,
                Parks = parks.Id,
                HeadOfParks = head.Id,
            };
        }

        public Task<Viewer> ViewerAsync(Guid person) =>
            new Viewers(new CouncilNow(Desk.Db, new KeptFacts()), Desk.Tokens).OfAsync(person, Day);

        public async Task<Guid> DeclareAsync()
        {
            var done = await Desk.Declare.ExecuteAsync(
                await ViewerAsync(Manager),
                new(Manager, Member, Tie.Family, "We are cousins.", null, Day.AddDays(-10))
            );
            Desk.Db.ChangeTracker.Clear();
            return done.ShouldBeOfType<RegisterChange.Done>().Id;
        }

        public async Task StateAsync(string role, Guid service)
        {
            (
                await new StateSubstitute(Desk.Db, Desk.Council, Desk.Writes).ExecuteAsync(
                    Desk.Clerk,
                    new(role, service, HeadOfParks, "C/14", Day, null, new HashSet<string> { role })
                )
            ).ShouldBeOfType<RegisterChange.Done>();
            Desk.Db.ChangeTracker.Clear();
        }

        /// <summary>The first step of the way that the pack lays down for the concern.</summary>
        public async Task<CouncilStep> RouteAsync(Viewer reader, DateOnly? on = null)
        {
            var day = on ?? Day;
            var wigan = Wigan;
            var decision = wigan.Protocol.Decide(
                Situation.In(wigan.Vocabulary).Act("raise-concern").By("officer").About("member").On(day).Build()
            );
            var routes = new CouncilRoutes(new RouteHolders(Desk.Council, Desk.Tokens), Desk.Db, Desk.Clock);
            var steps = await routes.ForAsync(decision.Route, new Parties([$"{Officer:N}"], [], [$"{Member:N}"]), day, reader);
            return steps[0];
        }

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }
}
