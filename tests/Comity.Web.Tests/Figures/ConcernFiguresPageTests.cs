using System.Net;
using Comity.Testing;

namespace Comity.Web.Tests.Figures;

/// <summary>Numbers of concerns, for those who answer for the whole council.</summary>
public sealed class ConcernFiguresPageTests
{
    [Theory, EveryDatabase]
    public async Task Read_the_figures_of_concerns_says_no_small_number(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        foreach (var person in new[] { council.People.Clerk, council.People.MonitoringOfficer })
        {
            var page = await (await council.AsAsync(person)).GetAsync("/figures/concerns");

            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldContain("1 April 2025 to 31 March 2026");
            page.Text.ShouldContain("fewer than 5");
            page.Text.ShouldContain("Too few for more to be said.");
        }
    }

    [Fact]
    public async Task Ask_for_a_year_that_has_not_ended_is_refused_beside_the_field()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite);
        var clerk = await council.AsAsync(council.People.Clerk);

        foreach (var year in new[] { "2026", "1999", "last", "2025; drop table" })
        {
            var page = await clerk.GetAsync($"/figures/concerns?year={Uri.EscapeDataString(year)}");
            page.Status.ShouldBe(HttpStatusCode.BadRequest);
            page.ErrorOf("Year").ShouldBe("Choose a year from the list");
        }

        (await clerk.GetAsync("/figures/concerns?year=2021")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Read_the_figures_of_concerns_is_for_nobody_who_does_not_answer_for_the_whole_council()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite);
        foreach (var person in new[] { council.People.Member, council.People.Manager, council.People.Officer })
        {
            (await (await council.AsAsync(person)).GetAsync("/figures/concerns")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
