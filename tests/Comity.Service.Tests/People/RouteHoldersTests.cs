using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Testing;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.People;

public class RouteHoldersTests
{
    private static readonly ViewerTokens Tokens = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Theory, EveryDatabase]
    public async Task Find_the_persons_behind_the_offices_that_a_protocol_names(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var place = made.Service("Place");
        var waste = made.Service("Waste", place);
        var (director, directorOffice) = made.Post("Gwen Hale", "Director of Place", "director", place);
        var (assistant, assistantOffice) = made.Post("Hal Innes", "Assistant Director", "assistant-director", place, directorOffice);
        var (head, headOffice) = made.Post("Ivy Jones", "Head of Waste", "head-of-service", waste, assistantOffice);
        var (officer, post) = made.Post("Jo King", "Waste Officer", "officer", waste, headOffice);
        var (monitoring, _) = made.Post("Dee Marsh", "Monitoring Officer", "monitoring-officer");
        made.Names(waste, NamedContact.ServiceComplaintsOfficer, post);
        var ward = made.Ward("Northgate");
        var member = made.Member("Ann Reed", ward);
        var colleague = made.Member("Ben Okoro", ward);
        var group = made.Body(BodyKind.PoliticalGroup, "Blue Group");
        made.Sits(member, group);
        made.Sits(colleague, group, Places.Leader);
        await made.SaveAsync();
        var holders = new RouteHolders(Register(db), Tokens);

        async Task<IReadOnlyList<Guid>> Of(string role, Guid? of) => await holders.FindAsync(role, of is { } id ? $"{id:N}" : null, Day);

        (await Of("line-manager", officer.Id)).ShouldBe([head.Id]);
        (await Of("assistant-director", officer.Id)).ShouldBe([assistant.Id]);
        (await Of("director", officer.Id)).ShouldBe([director.Id]);
        (await Of("director", director.Id)).ShouldBe([director.Id]);
        (await Of("chief-officer", officer.Id)).ShouldBeEmpty();
        (await Of("service-complaints-officer", head.Id)).ShouldBe([officer.Id]);
        (await Of("ward-members", member.Id)).ShouldBe([member.Id, colleague.Id]);
        (await Of("group-leader", member.Id)).ShouldBe([colleague.Id]);
        (await Of("line-manager", member.Id)).ShouldBeEmpty();
        (await Of("monitoring-officer", null)).ShouldBe([monitoring.Id]);
        (await holders.FindAsync("line-manager", "not an id", Day)).ShouldBeEmpty();

        made.States("chief-officer", "director", director);
        await made.SaveAsync();
        (await Of("chief-officer", officer.Id)).ShouldBe([director.Id]);
    }

    [Theory, EveryDatabase]
    public async Task Find_a_rank_in_the_service_when_the_line_does_not_reach_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var place = made.Service("Place");
        var waste = made.Service("Waste", place);
        var (director, _) = made.Post("Gwen Hale", "Director of Place", "director", place);
        made.Post("Other One", "Director of Housing", "director", made.Service("Housing"));
        var (officer, _) = made.Post("Jo King", "Waste Officer", "officer", waste);
        await made.SaveAsync();

        (await new RouteHolders(Register(db), Tokens).FindAsync("director", $"{officer.Id:N}", Day)).ShouldBe([director.Id]);
    }
}
