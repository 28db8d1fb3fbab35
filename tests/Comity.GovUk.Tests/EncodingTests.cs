using System.Text.Encodings.Web;
using Comity.GovUk.Markup;
using Comity.GovUk.Tests.Pages;
using Comity.GovUk.Tests.Site;

namespace Comity.GovUk.Tests;

public sealed class EncodingTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_tag_with_hostile_text_shows_it_as_text()
    {
        var response = await site.Client.GetStringAsync("/content", TestContext.Current.CancellationToken);
        var page = await site.Client.GetPageAsync("/content");

        response.ShouldNotContain("<script>alert");
        page.QuerySelectorAll("script").ShouldAllBe(each => each.HasAttribute("src"));

        // Encoded once and not twice: what a reader sees is what was given.
        var hostile = new ContentModel().Hostile;
        page.GetElementById("inset")!.TextContent.ShouldBe(hostile);
        page.QuerySelector(".govuk-tag--red")!.GetAttribute("title").ShouldBe(hostile);
        page.QuerySelector(".govuk-details__summary-text")!.TextContent.ShouldBe(hostile);
        page.QuerySelector(".govuk-table__caption")!.TextContent.ShouldBe(hostile);
        page.QuerySelector(".govuk-footer__inline-list a")!.GetAttribute("href").ShouldBe(hostile);
        page.QuerySelector(".govuk-notification-banner__heading")!.TextContent.ShouldBe(hostile);
        page.QuerySelector(".govuk-input")!.GetAttribute("value").ShouldBe(hostile);
        page.QuerySelector(".govuk-input")!.GetAttribute("name").ShouldBe(hostile);
        page.QuerySelector(".govuk-error-summary__list a")!.TextContent.ShouldBe(hostile);
        page.GetElementById("t")!.TextContent.ShouldBe("\n</textarea>" + hostile);
    }

    [Fact]
    public async Task Content_tags_gather_what_stands_inside_them()
    {
        var page = await site.Client.GetPageAsync("/content");

        page.QuerySelectorAll(".govuk-summary-list__row").Length.ShouldBe(2);
        page.QuerySelector(".govuk-summary-list__actions a")!.GetAttribute("href").ShouldBe(new ContentModel().Hostile);
        page.QuerySelector(".govuk-summary-card__actions a")!.GetAttribute("href").ShouldBe("/all");
        page.QuerySelectorAll("tbody th[scope=row]").Length.ShouldBe(1);
        page.QuerySelector("tbody td")!.ClassList.ShouldContain("govuk-table__cell--numeric");
        page.QuerySelector("fieldset .govuk-hint").ShouldNotBeNull("a hint in a bare fieldset stays where it is written");
        page.QuerySelectorAll(".govuk-service-navigation__item").Length.ShouldBe(2);
        page.QuerySelector(".govuk-service-navigation__item [aria-current=page]")!.Words().ShouldBe("A");
        page.QuerySelector(".govuk-service-navigation")!.TextContent.ShouldContain("Signed in");
        page.QuerySelectorAll(".govuk-tabs__panel").Select(each => each.Id).ShouldBe(["tab-1", "two"]);
        page.QuerySelectorAll(".govuk-pagination__item").Select(each => each.Words()).ShouldBe(["1", "⋯", "4", "5", "6", "⋯", "10"]);
        page.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href").ShouldBe("/page/6");
    }

    [Theory]
    [InlineData("on click")]
    [InlineData("a\"b")]
    [InlineData("a>b")]
    [InlineData("a=b")]
    [InlineData("")]
    public void Attribute_with_a_name_that_is_none_is_refused(string name)
    {
        Should.Throw<ArgumentException>(() => new Element("div").Attribute(name, "x"));
        Should.Throw<ArgumentException>(() => new Element("div").With(new Dictionary<string, string?> { [name] = "x" }));
        Should.Throw<ArgumentException>(() => new Element("div").Flag(name, true));
    }

    [Theory]
    [InlineData("script src=x")]
    [InlineData("DIV")]
    [InlineData("")]
    public void Element_with_a_name_that_is_none_is_refused(string name)
    {
        Should.Throw<ArgumentException>(() => new Element(name));
    }

    [Fact]
    public void Element_encodes_classes_values_and_text()
    {
        using var written = new StringWriter();

        new Element("p").Class("a\"b").Attribute("title", "<\">").Text("<i>").WriteTo(written, HtmlEncoder.Default);

        written.ToString().ShouldBe("<p class=\"a&quot;b\" title=\"&lt;&quot;&gt;\">&lt;i&gt;</p>");
    }
}
