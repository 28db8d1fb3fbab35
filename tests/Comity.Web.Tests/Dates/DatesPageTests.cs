using System.Net;

namespace Comity.Web.Tests.Dates;

public sealed class DatesPageTests
{
    [Theory]
    [InlineData("what=enquiry&received=2026-04-02", "Due Monday 20 April 2026")]
    [InlineData("what=enquiry&received=2026-04-04", "Due Monday 20 April 2026")]
    [InlineData("what=foia&received=2026-03-02", "Due Tuesday 31 March 2026")]
    [InlineData("what=foia&received=2026-03-02&asked=2026-03-10&answered=2026-03-16", "Due Thursday 16 April 2026")]
    [InlineData("what=foia&received=2026-03-02&asked=2026-03-10", "Nothing is due until the answer comes")]
    [InlineData("what=eir-review&received=2026-03-02", "Due Thursday 30 April 2026")]
    [InlineData("what=number&received=2026-03-27&count=3&way=working+days+after", "Due Wednesday 1 April 2026")]
    [InlineData("what=number&received=2026-03-27&count=3&way=days+after", "Due Monday 30 March 2026")]
    [InlineData("what=number&received=2026-03-27&count=3&way=clear+days+before", "Due Monday 23 March 2026")]
    public async Task Ask_ForADate_CountsItByTheRulesAndShowsTheDays(string query, string said)
    {
        await using var scene = await EnquiryScene.StartAsync();

        var page = await (await scene.AsAsync(scene.Member)).GetAsync("/dates?" + query);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector(".govuk-inset-text strong")!.TextContent.ShouldBe(said);
        (page.Document.QuerySelector(".comity-working") is not null).ShouldBe(said.StartsWith("Due", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what=enquiry&received=2026-04-02&asked=2026-04-08&answered=2026-04-10", "Asked", "pause")]
    [InlineData("what=&received=2026-04-02", "What", "Choose what is to be counted")]
    [InlineData("what=nothing&received=2026-04-02", "What", "Choose what is to be counted")]
    [InlineData("what=foisa&received=2026-04-02", "What", "Choose what is to be counted")]
    [InlineData("what=enquiry", "Received", "Enter the day from which it counts")]
    [InlineData("what=enquiry&received.day=30&received.month=2&received.year=2026", "Received", "must be a real date")]
    [InlineData("what=foia&received=2026-04-02&answered=2026-04-10", "Asked", "Enter the day on which something was asked back")]
    [InlineData("what=foia&received=2026-04-02&asked=2026-04-01", "Asked", "")]
    [InlineData("what=number&received=2026-04-02&count=0&way=days+after", "Count", "Enter how many days")]
    [InlineData("what=number&received=2026-04-02&count=ten&way=days+after", "Count", "Enter how many days")]
    [InlineData("what=number&received=2026-04-02&count=5&way=hours+after", "Count", "Enter how many days")]
    public async Task Ask_ForADateThatMakesNoSense_SaysWhyBesideTheField(string query, string field, string message)
    {
        await using var scene = await EnquiryScene.StartAsync();

        var page = await (await scene.AsAsync(scene.Member)).GetAsync("/dates?" + query);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.ErrorOf(field).ShouldNotBeNull().ShouldContain(message);
        page.Document.QuerySelectorAll(".govuk-inset-text").ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_ThePage_AsksAndSaysNothingYet()
    {
        await using var scene = await EnquiryScene.StartAsync();

        var page = await (await scene.AsAsync(scene.Officer)).GetAsync("/dates");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll(".govuk-inset-text, .govuk-error-summary").ShouldBeEmpty();
        page.Document.QuerySelectorAll("#What option").Select(option => option.GetAttribute("value")).ShouldContain("eir");
    }

    [Theory]
    [InlineData("2031-01-01")]
    [InlineData("1999-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Ask_ForADayBeyondTheBankHolidays_SaysSoAndDoesNotFail(string received)
    {
        await using var scene = await EnquiryScene.StartAsync();

        var page = await (await scene.AsAsync(scene.Member)).GetAsync($"/dates?what=foia&received={received}");

        page.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        page.Document.QuerySelectorAll(".comity-working").ShouldBeEmpty();
    }
}
