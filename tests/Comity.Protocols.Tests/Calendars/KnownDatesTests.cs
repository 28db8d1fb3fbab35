using Comity.Protocols.Calendars;

namespace Comity.Protocols.Tests.Calendars;

public class KnownDatesTests
{
    // Dates worked out by hand from the published lists. "Wrong" is what a count by England and Wales alone would give.
    [Theory]
    [InlineData("2026-03-02", "2026-03-31", "2026-03-30", "2026-03-30")]
    [InlineData("2026-05-29", "2026-06-29", "2026-06-26", "2026-06-29")]
    [InlineData("2026-06-30", "2026-07-29", "2026-07-28", "2026-07-28")]
    [InlineData("2026-07-20", "2026-08-18", "2026-08-17", "2026-08-18")]
    [InlineData("2026-11-21", "2026-12-21", "2026-12-18", "2026-12-21")]
    [InlineData("2027-12-06", "2028-01-07", "2028-01-06", "2028-01-07")]
    public void Reckon_twenty_working_days_gives_each_acts_own_date(string received, string foi, string wrong, string foisa)
    {
        var clock = Clock.WorkingDaysAfter(20);
        var anchor = DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture);

        Due(clock, anchor, "foi").ShouldBe(foi);
        Due(clock, anchor, "foisa").ShouldBe(foisa);
        Due(clock, anchor, "england-and-wales").ShouldBe(wrong);
        Due(clock, anchor, "foi").ShouldNotBe(wrong);
    }

    [Theory]
    [InlineData("2026-04-01", "england-and-wales", "2026-04-17")]
    [InlineData("2026-04-01", "scotland", "2026-04-16")]
    [InlineData("2026-04-01", "northern-ireland", "2026-04-17")]
    [InlineData("2026-12-16", "england-and-wales", "2027-01-04")]
    [InlineData("2026-12-16", "scotland", "2027-01-05")]
    [InlineData("2026-12-16", "northern-ireland", "2027-01-04")]
    [InlineData("2027-12-17", "england-and-wales", "2028-01-05")]
    [InlineData("2027-12-17", "scotland", "2028-01-06")]
    [InlineData("2027-12-17", "northern-ireland", "2028-01-05")]
    [InlineData("2026-03-10", "northern-ireland", "2026-03-25")]
    [InlineData("2026-03-10", "england-and-wales", "2026-03-24")]
    [InlineData("2026-07-01", "northern-ireland", "2026-07-16")]
    [InlineData("2026-06-05", "scotland", "2026-06-22")]
    [InlineData("2026-04-02", "england-and-wales", "2026-04-20")]
    [InlineData("2026-08-28", "england-and-wales", "2026-09-14")]
    public void Reckon_ten_working_days_skips_the_councils_own_holidays(string received, string calendar, string due) =>
        Due(Clock.WorkingDaysAfter(10), DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture), calendar)
            .ShouldBe(due);

    private static string Due(Clock clock, DateOnly anchor, string calendar) =>
        clock
            .Reckon(anchor, TestCalendars.All[calendar])
            .ShouldBeOfType<DueOn>()
            .Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
