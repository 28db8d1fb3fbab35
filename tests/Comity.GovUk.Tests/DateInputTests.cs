using AngleSharp.Dom;
using Comity.GovUk.Dates;
using Comity.GovUk.Tests.Site;

namespace Comity.GovUk.Tests;

public sealed class DateInputTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("27", "", "2026", "Date received must include a month", "Month")]
    [InlineData("", "3", "2026", "Date received must include a day", "Day")]
    [InlineData("27", "3", " ", "Date received must include a year", "Year")]
    [InlineData("", "", "2026", "Date received must include a day and month", "Day Month")]
    [InlineData("", "3", "", "Date received must include a day and year", "Day Year")]
    [InlineData("27", "", "", "Date received must include a month and year", "Month Year")]
    [InlineData("27", "13", "2026", "Date received must be a real date", "Month")]
    [InlineData("32", "3", "2026", "Date received must be a real date", "Day")]
    [InlineData("0", "March", "2026", "Date received must be a real date", "Day")]
    [InlineData("x", "y", "2026", "Date received must be a real date", "Day Month")]
    [InlineData("-1", "+3", "2026", "Date received must be a real date", "Day Month")]
    [InlineData("29", "2", "2026", "Date received must be a real date", "Day Month Year")]
    [InlineData("27", "3", "26", "Year must include 4 numbers", "Year")]
    [InlineData("27", "3", "0000", "Year must include 4 numbers", "Year")]
    [InlineData("27", "3", "<b>!", "Year must include 4 numbers", "Year")]
    public async Task Post_with_a_date_that_is_none_says_why_and_marks_where(
        string day,
        string month,
        string year,
        string message,
        string marked
    )
    {
        var page = await site.Client.PostPageAsync(
            "/everything",
            ("DateReceived.Day", day),
            ("DateReceived.Month", month),
            ("DateReceived.Year", year)
        );

        page.GetElementById("DateReceived-error")!.Words().ShouldBe("Error: " + message);
        var link = page.QuerySelectorAll(".govuk-error-summary__list a").Single(each => each.TextContent == message);
        link.GetAttribute("href").ShouldBe("#DateReceived_" + marked.Split(' ')[0]);
        string[] parts = ["Day", "Month", "Year"];
        parts.Where(part => Part(page, part).ClassList.Contains("govuk-input--error")).ShouldBe(marked.Split(' '));
        parts.Select(part => Part(page, part).GetAttribute("value") ?? "").ShouldBe([day, month, year], "what was typed is shown again");
    }

    [Theory]
    [InlineData("7", "3", "2026", "2026-03-07")]
    [InlineData("07", "03", "2026", "2026-03-07")]
    [InlineData(" 7 ", " march ", " 2026 ", "2026-03-07")]
    [InlineData("7", "Sept", "2026", "2026-09-07")]
    [InlineData("7", "dec", "1999", "1999-12-07")]
    [InlineData("29", "2", "2028", "2028-02-29")]
    public async Task Post_with_a_date_binds_it(string day, string month, string year, string bound)
    {
        var page = await site.Client.PostPageAsync(
            "/stored",
            ("Input.From.Day", day),
            ("Input.From.Month", month),
            ("Input.From.Year", year)
        );

        page.QuerySelector("output")!.TextContent.ShouldBe(bound);
        page.QuerySelector("#Input_From-error").ShouldBeNull();
    }

    [Fact]
    public async Task Post_with_a_blank_date_that_may_be_blank_binds_none_without_an_error()
    {
        var page = await site.Client.PostPageAsync("/stored", ("Input.From.Day", ""), ("Input.From.Month", ""), ("Input.From.Year", ""));

        page.QuerySelector("output")!.TextContent.ShouldBe("no date");
        page.GetElementById("Input_From-error").ShouldBeNull();
    }

    [Fact]
    public async Task Post_with_a_blank_date_that_may_not_be_blank_asks_for_it_by_name()
    {
        var page = await site.Client.PostPageAsync("/stored", ("Input.Until.Day", ""), ("Input.Until.Month", ""), ("Input.Until.Year", ""));

        page.GetElementById("Input_Until-error")!.Words().ShouldBe("Error: Enter end of leave");
    }

    [Fact]
    public async Task Get_with_a_date_in_the_address_binds_it_from_one_value()
    {
        var page = await site.Client.GetPageAsync("/stored?Input.From=2026-11-22");

        page.QuerySelector("output")!.TextContent.ShouldBe("2026-11-22");
        page.GetElementById("Input_From_Year")!.GetAttribute("value").ShouldBe("2026");
    }

    [Fact]
    public void Read_of_every_day_of_many_years_gives_that_day()
    {
        for (var date = new DateOnly(1899, 12, 1); date < new DateOnly(2101, 2, 1); date = date.AddDays(1))
        {
            DateParts.Of(date).Read().Date.ShouldBe(date);
        }
    }

    private static IElement Part(IDocument page, string part) => page.GetElementById("DateReceived_" + part)!;
}
