using Comity.Service.Concerns;
using Comity.Service.People;
using Comity.Testing;

namespace Comity.Service.Tests.Concerns;

/// <summary>To whom each protocol takes a concern first, in a council in which somebody holds each of its offices.</summary>
public sealed class NormsOfRaisingTests
{
    [Theory]
    [EveryDatabase]
    [Norm("generic/6.1/b")]
    public async Task Ask_UnderGeneric_AboutAnOfficer_IsHeardByTheChairman(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "generic");

        (await FirstAsync(council, council.People.Member, council.People.Officer)).ShouldBe(["chairman-of-council"]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("generic/6.1/d")]
    public async Task Ask_UnderGeneric_AboutTheChairman_IsHeardByTheClerkAndTheMonitoringOfficerTogether(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "generic");

        (await FirstAsync(council, council.People.Member, await HolderAsync(council, "chairman-of-council"))).ShouldBe([
            "Ira Clerk + Jo Monitoring",
        ]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("west-lavington/4.5/a")]
    public async Task Ask_UnderWestLavington_AboutAnEmployee_IsToldToTheChairman(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "west-lavington");

        (await FirstAsync(council, council.People.Member, council.People.Officer)).ShouldBe(["chairman-of-council"]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("west-lavington/4.5/b")]
    public async Task Ask_UnderWestLavington_TheChairmansOwnAboutAnEmployee_IsRaisedWithTheClerk(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "west-lavington");

        (await FirstAsync(council, await HolderAsync(council, "chairman-of-council"), council.People.Officer)).ShouldBe(["Ira Clerk"]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("west-lavington/4.1/b")]
    public async Task Ask_UnderWestLavington_AnEmployeesAboutACouncillor_BeginsWithAConciliator(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "west-lavington");

        (await FirstAsync(council, council.People.Officer, council.People.Member)).ShouldBe(["conciliator"]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("west-lavington/preamble/e")]
    public async Task Ask_UnderWestLavington_TheClerksOwnAboutAnEmployee_HasSomewhereToGo(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "west-lavington");

        (await FirstAsync(council, council.People.Clerk, council.People.Officer)).ShouldBe(["conciliator"]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("wigan/5.2/a")]
    public async Task Ask_UnderWigan_AnOfficersAboutAMember_GoesToTheOfficersOwnLineManager(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "wigan");

        (await FirstAsync(council, council.People.Officer, council.People.Member)).ShouldBe(["Fran Manager"]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("borough/2.7/d")]
    [Norm("borough/2.7/e")]
    public async Task Ask_UnderBorough_AboutAnEmployee_HasTheTalkFirstAndTheHeadOfServiceAfterIt(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "borough");
        var (member, officer) = (council.People.Member, council.People.Officer);

        (await FirstAsync(council, member, officer)).ShouldBe(["a talk"]);
        (await FirstAsync(council, member, officer, "direct-discussion")).ShouldContain("Fran Manager");
    }

    [Theory]
    [EveryDatabase]
    [Norm("borough/2.8/b")]
    public async Task Ask_UnderBorough_AnOfficersAboutAMember_IsForTheChiefExecutiveOrTheMonitoringOfficer(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "borough");

        (await FirstAsync(council, council.People.Officer, council.People.Member)).ShouldBe(["chief-executive", "Jo Monitoring"]);
    }

    [Theory]
    [EveryDatabase]
    [Norm("town/11/l")]
    [Norm("town/11/m")]
    public async Task Ask_UnderTown_AboutAnOfficerIsForTheClerkAndAboutTheClerkForTheCommitteesChairman(DatabaseKind kind)
    {
        await using var council = await OfAsync(kind, "town");

        (await FirstAsync(council, council.People.Member, council.People.Officer)).ShouldBe(["Ira Clerk"]);
        (await FirstAsync(council, council.People.Member, council.People.Clerk)).ShouldBe(["personnel-committee-chairman"]);
    }

    private static async Task<TestCouncil> OfAsync(DatabaseKind kind, string protocol)
    {
        var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf(protocol));
        await council.ReadAsync(db =>
        {
            foreach (var role in new[] { "chairman-of-council", "conciliator", "chief-executive", "personnel-committee-chairman" })
            {
                var person = new Person
                {
                    Id = Guid.CreateVersion7(),
                    FullName = role,
                    RecordedAt = council.Clock.Now,
                };
                var office = new Office
                {
                    Id = Guid.CreateVersion7(),
                    Title = role,
                    Role = role,
                    From = TestPeople.Since,
                };
                db.AddRange(person, office);
                db.Add(
                    new Holding
                    {
                        Id = Guid.CreateVersion7(),
                        OfficeId = office.Id,
                        PersonId = person.Id,
                        From = TestPeople.Since,
                        RecordedAt = council.Clock.Now,
                    }
                );
            }

            return db.SaveChangesAsync();
        });
        return council;
    }

    private static Task<Guid> HolderAsync(TestCouncil council, string role) =>
        council.ReadAsync(db => Task.FromResult(db.Holdings.Single(holding => holding.Office!.Role == role).PersonId));

    /// <summary>The ways that are open first, each as the names of those who hear it together; whoever only says who hears it is none.</summary>
    private static async Task<IReadOnlyList<string>> FirstAsync(TestCouncil council, Guid by, Guid about, string? after = null)
    {
        var answer = await council.DoAsync<ConcernRules, ConcernAnswer>(rules =>
            rules.AskAsync(
                new ConcernCase("raise-concern", by, about, new Dictionary<string, string>(), council.Clock.Today())
                {
                    UnresolvedAt = after,
                },
                default
            )
        );
        return
        [
            .. answer
                .Doors.Where(door => !door.SaysWhoHears)
                .Select(door => door.IsTalk ? "a talk" : string.Join(" + ", door.Hearers.Select(hearer => hearer.Name))),
        ];
    }
}
