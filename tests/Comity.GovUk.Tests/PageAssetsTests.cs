using Comity.GovUk.Tests.Fixtures;
using Comity.GovUk.Tests.Site;

namespace Comity.GovUk.Tests;

/// <summary>What a page is given beside its tags.</summary>
public sealed class PageAssetsTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Back_link_stands_in_a_landmark_of_its_own_before_the_content()
    {
        var page = await site.Client.GetPageAsync("/everything");

        page.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/start");
        page.QuerySelector("nav[aria-label=Back] > .govuk-back-link").ShouldNotBeNull("all content stands in a landmark");
        page.QuerySelector("main .govuk-back-link").ShouldBeNull();
    }

    [Fact]
    public async Task Tags_write_no_inline_script_or_style()
    {
        foreach (var address in new[] { "/everything", "/content" })
        {
            var page = await site.Client.GetPageAsync(address);

            page.QuerySelectorAll("script, style, [style]").ShouldBeEmpty(address);
            page.All.SelectMany(each => each.Attributes).ShouldNotContain(each => each.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Styles_that_are_served_name_no_typeface_or_file_of_gov_uk()
    {
        var folder = Path.Combine(Repository.Root, "src", "Comity.Web", "wwwroot", "govuk");

        var styles = File.ReadAllText(Path.Combine(folder, "govuk-frontend.min.css"));
        styles.ShouldContain("font-family:arial,sans-serif");
        styles.ShouldNotContain("GDS Transport");
        styles.ShouldNotContain("@font-face");
        styles.ShouldNotContain("/assets/");
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .ShouldBe(["govuk-frontend.min.css", "govuk-frontend.min.js"], ignoreOrder: true);
    }
}
