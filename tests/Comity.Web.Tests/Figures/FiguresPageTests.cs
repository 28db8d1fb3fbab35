using System.Net;
using Comity.Service.Figures;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Figures;

/// <summary>Figures for those who answer for a service or for the council.</summary>
public sealed class FiguresPageTests
{
    private const string Period = "?from=2026-04-01&until=2026-05-31";

    [Theory, EveryDatabase]
    public async Task Read_the_figures_of_a_council_counts_what_was_due_and_in_time_by_service_ward_kind_and_month(DatabaseKind kind)
    {
        await using var council = await AnsweredAsync(kind);
        var monitoring = await council.AsAsync(council.People.MonitoringOfficer);

        var page = await monitoring.GetAsync("/figures" + Period);

        // Of four that were due on 20 April one came on the 8th and one on the 22nd, one never, and one of another service on the 8th.
        page.Text.ShouldContain("2 of 4 (50%) of the answers whose last day was in the period");
        Row(page, "By service", "Highways").ShouldBe("1 of 3 (33%) | 2 | 7 | 0 | 1 of 1");
        Row(page, "By service", "Housing").ShouldBe("1 of 1 (100%) | 1 | 2 | 0 | –");
        Row(page, "By ward", "East").ShouldBe("2 of 4 (50%) | 3 | 2 | 0 | 1 of 1");
        Row(page, "By kind", "Enquiry").ShouldBe("2 of 3 (67%) | 2 | 2 | 0 | 1 of 1");
        Row(page, "By kind", "Request for information").ShouldBe("0 of 1 (0%) | 1 | 12 | 0 | –");
        Row(page, "By month", "April 2026").ShouldBe("2 of 4 (50%) | 3 | 2 | 0 | 1 of 1");
        var chart = page.Document.QuerySelector("svg[aria-labelledby^=service]")!;
        chart.QuerySelector("title")!.TextContent.ShouldBe("By service: answered in time");
        chart.QuerySelector("desc")!.TextContent.ShouldContain("Highways: 1 of 3 (33%)");
        page.Document.QuerySelectorAll("table")[^1].TextContent.ShouldContain("More than 20");
        page.Text.ShouldContain("Open today1");
        page.Html.ShouldNotContain("style=");
    }

    [Theory, EveryDatabase]
    public async Task Read_the_figures_as_a_manager_counts_the_own_service_alone(DatabaseKind kind)
    {
        await using var council = await AnsweredAsync(kind);
        var manager = await council.AsAsync(council.People.Manager);

        var page = await manager.GetAsync("/figures" + Period);

        page.Text.ShouldContain("1 of 3 (33%)");
        page.Text.ShouldNotContain("Housing");
        var refused = await manager.GetAsync($"/figures{Period}&service={council.People.Housing}");
        var words = refused.Text;
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorOf("Service").ShouldBe("Choose a service from the list");
        (await manager.GetAsync($"/figures{Period}&service={Guid.CreateVersion7()}")).Text.ShouldBe(words);
        (await manager.GetAsync("/figures/csv" + Period)).Html.ShouldNotContain("Housing");
    }

    [Fact]
    public async Task Read_the_figures_as_somebody_who_manages_nothing_shows_none()
    {
        await using var council = await AnsweredAsync(DatabaseKind.Sqlite);

        (await (await council.AsAsync(council.People.Member)).GetAsync("/figures")).Status.ShouldBe(HttpStatusCode.NotFound);
        var officer = await (await council.AsAsync(council.People.Officer)).GetAsync("/figures");
        officer.Text.ShouldContain("you manage no service today");
        officer.Document.QuerySelectorAll("table, svg").ShouldBeEmpty();
        (await (await council.AsAsync(council.People.Officer)).GetAsync("/figures/csv")).Html.Split("\r\n").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("?from=2026-06-01&until=2026-05-01", "Until", "The last day must be the same as or after the first")]
    [InlineData("?from=2001-06-01&until=2026-05-01", "From", "Choose 10 years or fewer")]
    [InlineData("?service=nowhere", "Service", "")]
    public async Task Read_the_figures_of_what_makes_no_sense_says_so_beside_the_field(string query, string field, string message)
    {
        await using var council = await WiganCouncil.StartAsync();

        var page = await (await council.AsAsync(council.People.Clerk)).GetAsync("/figures" + query);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.ErrorOf(field).ShouldNotBeNull().ShouldContain(message);
        page.Document.QuerySelectorAll("svg").ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Count_sealed_matters_only_in_a_whole_year_that_has_ended_and_only_when_there_are_five(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        for (var i = 0; i < 4; i++)
        {
            await council.AskedAsync(request => request with { Sealed = true });
        }

        council.App.Clock.Set(new DateTime(2027, 5, 1, 9, 0, 0, DateTimeKind.Utc));
        var year = new FiguresAsked(new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31), null);
        (await ReadAsync(year)).Sealed.ShouldBeNull();
        await council.ReadAsync(async db =>
            await db.Duties.Take(1).ExecuteUpdateAsync(set => set.SetProperty(duty => duty.State, DutyState.Owed))
        );
        council.App.Clock.Set(new DateTime(2026, 4, 6, 9, 0, 0, DateTimeKind.Utc));
        await council.AskedAsync(request => request with { Sealed = true });
        council.App.Clock.Set(new DateTime(2027, 5, 1, 9, 0, 0, DateTimeKind.Utc));

        var read = await ReadAsync(year);
        read.Sealed.ShouldNotBeNull().Due.ShouldBe(5);
        read.All.Due.ShouldBe(0);
        (await ReadAsync(year with { Until = new DateOnly(2027, 3, 30) })).Sealed.ShouldBeNull();
        (await ReadAsync(year with { Services = [council.People.Highways] })).Sealed.ShouldBeNull();

        Task<FiguresRead> ReadAsync(FiguresAsked asked) =>
            council.DoAsync<AnsweringFigures, FiguresRead>(figures => figures.ReadAsync(asked, default));
    }

    internal static async Task<WiganCouncil> AnsweredAsync(DatabaseKind kind)
    {
        var council = await WiganCouncil.StartAsync(kind);
        var (quick, slow, never, housing) = (
            await council.AskedAsync(),
            await council.AskedAsync(request =>
                request with
                {
                    Kind = EnquiryKind.Information,
                    Facts = new Dictionary<string, string> { ["need-to-know-shown"] = "yes" },
                }
            ),
            await council.AskedAsync(),
            await council.AskedAsync(request => request with { ServiceAreaId = council.People.Housing })
        );
        never.ShouldNotBeEmpty();
        council.App.Clock.Set(new DateTime(2026, 4, 8, 9, 0, 0, DateTimeKind.Utc));
        await ReplyAsync(quick, council.People.Officer);
        await ReplyAsync(housing, council.People.HousingOfficer);
        var member = await council.ViewerAsync(council.People.Member);
        var version = await council.MatterVersionAsync(quick);
        await council.DoAsync<RateAnswer, ActResult>(rate => rate.ExecuteAsync(new(new(quick, version), 5, null), member, default));
        council.App.Clock.Set(new DateTime(2026, 4, 22, 9, 0, 0, DateTimeKind.Utc));
        await ReplyAsync(slow, council.People.Officer);
        council.App.Clock.Set(new DateTime(2026, 6, 1, 9, 0, 0, DateTimeKind.Utc));
        return council;

        async Task ReplyAsync(string reference, Guid person)
        {
            var viewer = await council.ViewerAsync(person);
            var at = new MatterAt(reference, await council.MatterVersionAsync(reference));
            (
                await council.DoAsync<ReplyToEnquiry, ActResult>(reply => reply.ExecuteAsync(new(at, "It is done.", []), viewer, default))
            ).ShouldBeOfType<ActResult.Done>();
        }
    }

    private static string Row(Page page, string table, string name) =>
        string.Join(
            " | ",
            page.Document.QuerySelectorAll("table")
                .Single(one => one.QuerySelector("caption")!.TextContent == table)
                .QuerySelectorAll("tbody tr")
                .Single(row => row.QuerySelector("th")!.TextContent == name)
                .QuerySelectorAll("td")
                .Select(cell => cell.TextContent.Trim())
        );
}
