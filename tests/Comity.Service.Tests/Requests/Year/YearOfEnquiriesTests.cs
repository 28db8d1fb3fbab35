using Comity.Testing;

namespace Comity.Service.Tests.Requests.Year;

public sealed class YearOfEnquiriesTests
{
    [Theory, EveryDatabase]
    [Trait("Takes", "long")]
    public Task Owe_AQuietYear_ComesOnEveryDayToTheDatesCountedByHand(DatabaseKind kind) => LiveAsync(kind, 300);

    /// <summary>As many as a large council is asked; on one kind of database, since the counting is the same and only the storing differs.</summary>
    [Fact, Trait("Takes", "long")]
    public Task Owe_AYearOfTenThousand_ComesOnEveryDayToTheDatesCountedByHand() => LiveAsync(DatabaseKind.Sqlite, 10_000);

    private static async Task LiveAsync(DatabaseKind kind, int enquiries)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var year = new SimulatedYear(council, enquiries);

        await year.LiveAsync();
        await year.CompareAllAsync();

        // The year holds enough of each to have been a test of it.
        year.All.Count.ShouldBe(enquiries);
        year.Refused.ShouldBeGreaterThan(enquiries / 100);
        year.Moved.ShouldBePositive();
        year.All.Count(asked => asked.Owed.Exists(owed => owed.WasLate)).ShouldBeGreaterThan(enquiries / 20);
        year.All.Count(asked => asked.Owed.Count > 1).ShouldBeGreaterThan(enquiries / 10);
    }
}
