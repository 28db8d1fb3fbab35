using Comity.Service.Concerns;
using Comity.Testing;

namespace Comity.Service.Tests.Concerns;

public sealed class ConcernFiguresTests
{
    private static readonly DateOnly FirstDay = new(2026, 4, 1);

    [Theory]
    [EveryDatabase]
    public async Task Count_AYearThatHasEnded_KeepsSmallNumbersAndTheirNeighboursBack(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        for (var more = 1; more < 7; more++)
        {
            await concern.RaiseAgainAsync(people.SameWardMember, people.Officer);
        }

        await concern.RaiseAgainAsync(people.Officer, people.Member);
        await concern.TakeUpAsync(people.Manager);
        await concern.DecideAsync(people.Manager);
        concern.Council.Clock.Set(new DateTime(2027, 4, 1, 9, 0, 0, DateTimeKind.Utc));
        await concern.RaiseAgainAsync(people.Member, people.Officer);

        var counted = await ReadAsync(concern, FirstDay);

        counted.All.ShouldBe(8);
        counted.Ended.ShouldBe(1);
        ConcernsCounted.InWords(counted.Ended).ShouldBe("fewer than 5");

        // Seven of eight would say that an officer raised one: then nothing is said.
        counted.ByPair.ShouldBeEmpty();
        counted.ByOutcome.ShouldBeEmpty();
        counted.ByClause.ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Count_AYear_SaysNumbersThatAreLargeEnough(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var people = concern.People;
        for (var more = 0; more < 20; more++)
        {
            var isMember = more < 11;
            await concern.RaiseAgainAsync(
                isMember ? people.Member : people.Officer,
                isMember ? people.Officer : people.Member,
                request => request with { Grounds = isMember ? ["wigan/4.1/a"] : [] }
            );
        }

        concern.Council.Clock.Set(new DateTime(2028, 5, 1, 9, 0, 0, DateTimeKind.Utc));

        var counted = await ReadAsync(concern, FirstDay);
        // None is "fewer than 5" like four, and nine for the others is the least that does not give it away.
        counted.All.ShouldBe(21);
        counted
            .ByPair.Select(line => (line.Name, line.InWords))
            .ShouldBe([
                (ConcernFigures.MemberAboutOfficer, "12"),
                (ConcernFigures.OfficerAboutMember, "not shown"),
                (ConcernFigures.OtherPair, "fewer than 5"),
            ]);
        counted.ByClause.ShouldHaveSingleItem().InWords.ShouldBe("11");
        (await ReadAsync(concern, FirstDay.AddYears(1))).All.ShouldBe(0);
    }

    [Fact]
    public async Task Count_APeriodThatIsNoEndedCouncilYear_IsRefused()
    {
        await using var concern = await HeardConcern.RaiseAsync(DatabaseKind.Sqlite);

        foreach (var day in new[] { FirstDay, new DateOnly(2025, 5, 1) })
        {
            await Should.ThrowAsync<ArgumentOutOfRangeException>(() => ReadAsync(concern, day));
        }
    }

    private static Task<ConcernsCounted> ReadAsync(HeardConcern concern, DateOnly day) =>
        concern.Council.DoAsync<ConcernFigures, ConcernsCounted>(figures => figures.ReadAsync(day, default));
}
