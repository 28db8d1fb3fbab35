using System.Net;

namespace Comity.Web.Tests.Desk;

public sealed class DeskPageTests
{
    [Fact]
    public async Task Open_the_desk_of_whoever_keeps_things_in_order_leads_to_pages_that_open()
    {
        await using var council = await WiganCouncil.StartAsync();
        foreach (var person in new[] { council.People.Clerk, council.People.MonitoringOfficer, council.People.Director })
        {
            var visitor = await council.AsAsync(person);
            var desk = await visitor.GetAsync("/desk");

            var paths = desk.Document.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")!).ToList();
            paths.ShouldNotBeEmpty();
            foreach (var path in paths)
            {
                var page = await visitor.GetAsync(path);
                page.Status.ShouldBe(HttpStatusCode.OK, path);

                // Whoever is on such a page finds the way back marked in the menu.
                page.Document.QuerySelectorAll(".govuk-service-navigation__item--active a")
                    .ShouldHaveSingleItem()
                    .GetAttribute("href")
                    .ShouldBe("/desk");
            }
        }
    }

    [Fact]
    public async Task Open_a_desk_that_somebody_does_not_have_finds_nothing_and_the_menu_does_not_offer_it()
    {
        await using var council = await WiganCouncil.StartAsync();
        foreach (var person in new[] { council.People.Member, council.People.Officer })
        {
            var visitor = await council.AsAsync(person);

            (await visitor.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await visitor.GetAsync("/find")).Document.QuerySelector("nav a[href='/desk']").ShouldBeNull();
        }
    }
}
