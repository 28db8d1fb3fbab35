using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Testing;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.People;

public class ViewersTests
{
    private readonly ViewerTokens _tokens = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Theory, EveryDatabase]
    public async Task Look_after_the_term_has_ended_gives_no_role_and_no_token(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var person = made.Member("Ann Reed", made.Ward("Northgate"), until: Day);
        await made.SaveAsync();
        var viewers = new Viewers(new CouncilNow(db, new KeptFacts()), _tokens);

        var lastDay = await viewers.OfAsync(person.Id, Day);
        var dayAfter = await viewers.OfAsync(person.Id, Day.AddDays(1));

        lastDay.Holds("member").ShouldBeTrue();
        lastDay.Tokens.ShouldContain(_tokens.Person(person.Id, ContentClass.Sealed));
        lastDay.Tokens.ShouldContain(_tokens.Office(lastDay.OfficeIds.Single(), ContentClass.Indexed));
        dayAfter.PersonId.ShouldBe(person.Id);
        dayAfter.Name.ShouldBe("Ann Reed");
        dayAfter.Roles.ShouldBeEmpty();
        dayAfter.Tokens.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Look_while_acting_for_somebody_gives_that_office_too(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        var (_, office) = made.Post("Dee Marsh", "Monitoring Officer", "monitoring-officer");
        var (deputy, own) = made.Post("Eli Ford", "Solicitor", "officer");
        made.Deputises(deputy, office, Day, Day);
        await made.SaveAsync();
        var viewers = new Viewers(new CouncilNow(db, new KeptFacts()), _tokens);

        (await viewers.OfAsync(deputy.Id, Day)).OfficeIds.ShouldBe([own.Id, office.Id], ignoreOrder: true);
        (await viewers.OfAsync(deputy.Id, Day.AddDays(1))).OfficeIds.ShouldBe([own.Id]);
    }

    [Theory, EveryDatabase]
    public async Task Look_as_somebody_unknown_is_nobody(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();

        (await new Viewers(new CouncilNow(db, new KeptFacts()), _tokens).OfAsync(Guid.CreateVersion7(), Day)).ShouldBe(Viewer.Nobody);
    }
}
