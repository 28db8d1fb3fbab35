using Comity.Protocols.Calendars;

namespace Comity.Protocols.Tests.Calendars;

public class ClockTests
{
    [Theory]
    // Weekdays of 2026: 1 June is a Monday. 7 May 2026 is a polling day; the last day for its notice was Monday 30 March.
    [InlineData("25 working days before", "2026-05-07", "2026-03-30")]
    [InlineData("25 working days before", "2027-05-06", "2027-03-31")]
    [InlineData("25 working days before", "2028-05-04", "2028-03-27")]
    [InlineData("5 clear days before", "2026-06-10", "2026-06-02")]
    [InlineData("5 clear days before", "2026-06-01", "2026-05-21")]
    [InlineData("5 clear calendar days before", "2026-06-10", "2026-06-04")]
    [InlineData("28 clear calendar days before", "2026-06-30", "2026-06-01")]
    [InlineData("10 clear days after", "2026-06-01", "2026-06-11")]
    [InlineData("10 clear working days after", "2026-06-01", "2026-06-15")]
    [InlineData("28 days after", "2026-06-01", "2026-06-29")]
    [InlineData("28 days before", "2026-06-29", "2026-06-01")]
    [InlineData("28 days after", "2028-02-01", "2028-02-29")]
    [InlineData("2 days after", "2028-02-28", "2028-03-01")]
    [InlineData("1 working day after", "2028-02-28", "2028-02-29")]
    [InlineData("24 hours after", "2026-06-05", "2026-06-06")]
    [InlineData("72 hours after", "2026-06-05", "2026-06-08")]
    [InlineData("on", "2026-06-06", "2026-06-06")]
    [InlineData("1 working day after", "2026-06-05", "2026-06-08")]
    [InlineData("1 working day after", "2026-06-06", "2026-06-08")]
    [InlineData("1 working day after", "2026-06-07", "2026-06-08")]
    public void Reckon_a_clock_gives_its_day(string clock, string anchor, string due) =>
        Clock.TryParse(clock).ShouldNotBeNull().Reckon(Day(anchor), TestCalendars.All["england-and-wales"]).ShouldBe(new DueOn(Day(due)));

    [Fact]
    public void Reckon_five_clear_days_before_leaves_five_whole_days_between()
    {
        var working = Working.Of(Clock.ClearDaysBefore(5), Day("2026-06-10"), TestCalendars.All["england-and-wales"]).ShouldNotBeNull();

        working.Steps[0].ShouldBe(new WorkingStep(Day("2026-06-10"), null, "the day of the event is not counted"));
        working.Steps.Where(step => step.IsCounted).Select(step => step.Date.Day).ShouldBe([9, 8, 5, 4, 3]);
        working.Steps[^1].ShouldBe(new WorkingStep(Day("2026-06-02"), null, "the last day for it; the day itself is not a clear day"));
    }

    [Theory]
    [InlineData("promptly after")]
    [InlineData("before")]
    public void Reckon_a_clock_without_a_number_gives_its_words(string clock) =>
        Clock.TryParse(clock).ShouldNotBeNull().Reckon(Day("2026-06-01"), TestCalendars.Shipped.Foi).ShouldBe(new NoDate(clock));

    [Fact]
    public void Reckon_a_standard_uses_the_stated_figure_and_guesses_none()
    {
        var clock = Clock.AtStandard("enquiry");
        var calendar = TestCalendars.All["england-and-wales"];
        Dictionary<string, Clock> stated = new() { ["enquiry"] = Clock.WorkingDaysAfter(10), ["loop"] = Clock.AtStandard("enquiry") };

        clock.Reckon(Day("2026-04-02"), calendar, stated).ShouldBe(new DueOn(Day("2026-04-20")));
        Working.Of(clock, Day("2026-04-02"), calendar, stated).ShouldNotBeNull().Clock.ShouldBe(Clock.WorkingDaysAfter(10));
        clock.Reckon(Day("2026-04-02"), calendar).ShouldBe(new CannotReckon("the council has not stated its standard `enquiry`"));
        Clock.AtStandard("loop").Reckon(Day("2026-04-02"), calendar, stated).ShouldBeOfType<CannotReckon>();
        Working.Of(clock, Day("2026-04-02"), calendar).ShouldBeNull();
    }

    [Theory]
    [InlineData("1 working day after", "2024-12-31")]
    [InlineData("20 working days after", "2028-12-15")]
    [InlineData("5 clear days before", "2025-01-03")]
    [InlineData("5 clear calendar days before", "2025-01-03")]
    [InlineData("28 days after", "2028-12-10")]
    [InlineData("28 days after", "2029-01-10")]
    [InlineData("on", "2029-01-10")]
    [InlineData("10000 working days after", "2026-01-10")]
    public void Reckon_outside_the_years_of_the_data_says_which_years(string clock, string anchor) =>
        Clock
            .TryParse(clock)
            .ShouldNotBeNull()
            .Reckon(Day(anchor), TestCalendars.All["scotland"])
            .ShouldBeOfType<CannotReckon>()
            .Reason.ShouldEndWith("outside 2025 to 2028, the years that the working days of Scotland cover");

    [Fact]
    public void Reckon_up_to_the_last_day_of_the_data_works() =>
        Clock.WorkingDaysAfter(1).Reckon(Day("2028-12-28"), TestCalendars.Shipped.Foi).ShouldBe(new DueOn(Day("2028-12-29")));

    [Fact]
    public void Reckon_hours_that_are_not_whole_days_needs_the_time_of_day() =>
        Clock
            .HoursAfter(36)
            .Reckon(Day("2026-06-05"), TestCalendars.Shipped.Foi)
            .ShouldBeOfType<CannotReckon>()
            .Reason.ShouldContain("time of day");

    [Fact]
    public void ReckonInstant_counts_elapsed_hours_over_the_change_to_summer_time()
    {
        var start = new DateTime(2026, 3, 28, 18, 0, 0, DateTimeKind.Utc);

        Clock.HoursAfter(24).ReckonInstant(start).ShouldBe(new DateTime(2026, 3, 29, 18, 0, 0, DateTimeKind.Utc));
        Should.Throw<ArgumentException>(() => Clock.HoursAfter(24).ReckonInstant(DateTime.SpecifyKind(start, DateTimeKind.Local)));
        Should.Throw<InvalidOperationException>(() => Clock.Promptly.ReckonInstant(start));
    }

    [Theory]
    [InlineData("10 working days after")]
    [InlineData("1 working day before")]
    [InlineData("10 clear days after")]
    [InlineData("10 clear working days after")]
    [InlineData("5 clear days before")]
    [InlineData("5 clear calendar days before")]
    [InlineData("28 days after")]
    [InlineData("1 day before")]
    [InlineData("24 hours after")]
    [InlineData("promptly after")]
    [InlineData("at standard enquiry-reply after")]
    [InlineData("before")]
    [InlineData("on")]
    public void TryParse_reads_what_a_clock_writes(string words) => Clock.TryParse(words).ShouldNotBeNull().ToString().ShouldBe(words);

    [Theory]
    [InlineData("")]
    [InlineData("0 working days after")]
    [InlineData("10001 days after")]
    [InlineData("-3 days after")]
    [InlineData("ten working days after")]
    [InlineData("10 weeks after")]
    [InlineData("10 hours before")]
    [InlineData("at standard after")]
    [InlineData("promptly before")]
    public void TryParse_other_words_gives_none(string words) => Clock.TryParse(words).ShouldBeNull();

    [Fact]
    public void Make_a_clock_with_a_wrong_value_fails()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Clock.WorkingDaysAfter(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Clock.HoursAfter(Clock.MaxCount + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Clock.ClearDaysAfter(3, (ClearDayCounting)7));
        Should.Throw<ArgumentException>(() => Clock.AtStandard("two words"));
        Should.Throw<ArgumentException>(() => Clock.AtStandard(" "));
    }

    private static DateOnly Day(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
}
