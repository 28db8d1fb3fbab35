using Comity.GovUk.Layout;
using Comity.GovUk.Tests.Fixtures;
using Comity.GovUk.Tests.Site;

namespace Comity.GovUk.Tests;

public sealed class LayoutTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Page_has_no_inline_script_or_style_and_carries_the_nonce()
    {
        var page = await site.Client.GetPageAsync("/here/everything");

        page.QuerySelectorAll("style, [style]").ShouldBeEmpty();
        page.QuerySelectorAll("script").Length.ShouldBe(2);
        foreach (var script in page.QuerySelectorAll("script"))
        {
            script.TextContent.ShouldBeEmpty();
            script.GetAttribute("src").ShouldNotBeNull();
        }

        page.QuerySelectorAll("script, link[rel=stylesheet]").ShouldAllBe(each => each.GetAttribute("nonce") == "abc123");
        page.All.SelectMany(each => each.Attributes).ShouldNotContain(each => each.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_under_a_path_asks_for_its_files_under_that_path_and_gets_them()
    {
        var page = await site.Client.GetPageAsync("/here/everything");

        var addresses = page.QuerySelectorAll("link[href], script[src]")
            .Select(each => each.GetAttribute("href") ?? each.GetAttribute("src")!)
            .ToList();
        addresses.ShouldAllBe(each => each.StartsWith("/here/", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
            response.IsSuccessStatusCode.ShouldBeTrue(address);
        }

        // The script that starts the others imports them by an address relative to its own.
        var start = new Uri(site.Client.BaseAddress!, addresses.Single(each => each.Contains("start.js", StringComparison.Ordinal)));
        var source = await site.Client.GetStringAsync(start, TestContext.Current.CancellationToken);
        var imported = source.Split('"').Single(each => each.EndsWith("govuk-frontend.min.js", StringComparison.Ordinal));
        var scripts = await site.Client.GetStringAsync(new Uri(start, imported), TestContext.Current.CancellationToken);
        scripts.ShouldContain("initAll");
    }

    [Fact]
    public async Task Page_names_the_organisation_and_has_neither_crown_nor_crest()
    {
        var page = await site.Client.GetPageAsync("/here/everything");

        page.QuerySelector(".govuk-generic-header__homepage-link")!.Words().ShouldBe("Ashford & Beech Council");
        page.QuerySelector(".govuk-generic-header__homepage-link")!.GetAttribute("href").ShouldBe("/here/");
        page.DocumentElement.OuterHtml.ShouldNotContain("crown", Case.Insensitive);
        page.DocumentElement.OuterHtml.ShouldNotContain("GOV.UK");
    }

    [Fact]
    public async Task Page_has_one_main_landmark_that_the_skip_link_leads_to()
    {
        var page = await site.Client.GetPageAsync("/everything");

        page.QuerySelector("a.govuk-skip-link")!.GetAttribute("href").ShouldBe("#main-content");
        page.QuerySelectorAll("main").Single().Id.ShouldBe("main-content");
        page.QuerySelector("main .govuk-back-link").ShouldBeNull();
        page.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/start");
        page.QuerySelector("nav[aria-label=Back] > .govuk-back-link").ShouldNotBeNull("all content stands in a landmark");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task Brand_style_sheet_carries_the_colour_and_may_be_kept()
    {
        var response = await site.Client.GetAsync("/brand.css?colour=663399", TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        response.Headers.CacheControl!.Public.ShouldBeTrue();
        var styles = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        styles.ShouldContain("--comity-brand-colour: #663399;");
        styles.ShouldContain("--comity-on-brand-colour: #ffffff;");
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("#123456;} body{display:none")]
    [InlineData("")]
    public void Brand_with_anything_but_a_colour_is_refused(string colour)
    {
        Should.Throw<ArgumentException>(() => new Brand { Colour = colour });
    }

    [Theory]
    [InlineData("#ffffff", "#000000")]
    [InlineData("#ffdd00", "#000000")]
    [InlineData("#000000", "#ffffff")]
    [InlineData("#1d4f78", "#ffffff")]
    public void Brand_writes_on_its_colour_in_what_can_be_read(string colour, string expected)
    {
        new Brand { Colour = colour }.OnColour.ShouldBe(expected);
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
