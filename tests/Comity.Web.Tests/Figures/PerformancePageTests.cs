using System.Net;
using Comity.Service.Arrangements;
using Comity.Testing;

namespace Comity.Web.Tests.Figures;

/// <summary>What a council shows everybody.</summary>
public sealed class PerformancePageTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("no")]
    public async Task Open_the_public_figures_of_a_council_that_shows_none_finds_nothing(string? decided)
    {
        await using var council = await FiguresPageTests.AnsweredAsync(DatabaseKind.Sqlite);
        if (decided is not null)
        {
            await council.ArrangeAsync(ArrangementKeys.PublicFigures, decided);
        }

        foreach (var visitor in new[] { council.App.NewVisitor(), await council.AsAsync(council.People.Clerk) })
        {
            (await visitor.GetAsync("/performance")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await visitor.GetAsync("/performance/csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory, EveryDatabase]
    public async Task Open_the_public_figures_without_signing_in_shows_quarters_that_have_ended_with_small_numbers_kept_back(
        DatabaseKind kind
    )
    {
        await using var council = await FiguresPageTests.AnsweredAsync(kind);
        await council.ArrangeAsync(ArrangementKeys.PublicFigures, "yes");
        var visitor = council.App.NewVisitor();

        (await visitor.GetAsync("/performance?quarter=2026-04")).Status.ShouldBe(HttpStatusCode.NotFound, "It has not ended.");
        council.App.Clock.Set(new DateTime(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc));
        var page = await visitor.GetAsync("/performance");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Wednesday 1 April 2026 to Tuesday 30 June 2026");
        page.Text.ShouldContain("Council 12 March 2026, minute 41");
        page.Text.ShouldContain("Answers duefewer than 5");
        page.Text.ShouldNotContain("2 of 4");
        page.Document.QuerySelectorAll("svg rect.comity-chart__bar").ShouldAllBe(bar => bar.GetAttribute("width") == "0");
        using var csv = await visitor.Client.GetAsync(new Uri("/performance/csv", UriKind.Relative));
        (await csv.Content.ReadAsStringAsync()).ShouldContain("All,All,fewer than 5,not shown");
        (await visitor.GetAsync("/performance?quarter=2026-07")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/performance?quarter=nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/performance?quarter=2026-01")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
