using System.Net;

namespace Comity.Web.Tests.About;

public class PublicPageTests
{
    [Theory]
    [InlineData("/accessibility", "Accessibility statement")]
    [InlineData("/privacy", "Privacy")]
    public async Task Open_without_signing_in_shows_the_page_and_every_page_links_to_it(string path, string heading)
    {
        await using var app = await ComityApp.StartAsync();
        var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe(heading);
        page.Text.ShouldContain("Elmbrook Council");
        (await visitor.GetAsync("/demonstration")).Document.QuerySelector($"footer a[href='{path}']").ShouldNotBeNull();
    }
}
