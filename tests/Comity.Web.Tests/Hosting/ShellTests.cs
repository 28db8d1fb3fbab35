using System.Net;

namespace Comity.Web.Tests.Hosting;

public class ShellTests
{
    [Fact]
    public async Task Show_a_signed_in_page_names_council_person_and_way_out()
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.AddPersonAsync("Ada Marsh", "member", "Councillor for Elm ward");

        var page = await (await app.SignedInAsync(ada)).OpenAsync("/");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldContain("Elmbrook Council");
        page.Html.ShouldContain("Ada Marsh");
        page.Document.QuerySelector(".comity-demonstration")!.TextContent.ShouldContain("is not a real council");
    }
}
