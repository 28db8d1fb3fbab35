using Comity.GovUk.Tags;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tests;

public sealed class PageNumbersTests
{
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 10, "1 2 - 10")]
    [InlineData(3, 10, "1 2 3 4 - 10")]
    [InlineData(4, 10, "1 2 3 4 5 - 10")]
    [InlineData(5, 10, "1 - 4 5 6 - 10")]
    [InlineData(10, 10, "1 - 9 10")]
    public void Around_a_page_shows_its_neighbours_and_both_ends(int page, int pages, string expected)
    {
        PageNumbersIn(
                new PaginationTag
                {
                    Page = page,
                    Pages = pages,
                    Link = n => "/" + n,
                }
            )
            .ShouldBe(pages == 1 ? "" : expected);
    }

    private static string PageNumbersIn(PaginationTag tag)
    {
        var output = new TagHelperOutput(
            "govuk-pagination",
            [],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        tag.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        var html = output.Content.GetContent();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        return string.Join(
            ' ',
            page.QuerySelectorAll(".govuk-pagination__item").Select(each => each.TextContent.Trim() == "⋯" ? "-" : each.TextContent.Trim())
        );
    }
}
