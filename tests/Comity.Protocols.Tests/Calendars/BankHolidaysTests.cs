using Comity.Protocols.Calendars;

namespace Comity.Protocols.Tests.Calendars;

public class BankHolidaysTests
{
    private const string Minimal =
        "# dated: 2026-11-22\n# years: 2026-2026\ndate\tnation\tname\tkind\tstanding\tsource\n"
        + "2026-12-25\tengland-and-wales\tChristmas Day\tcommon-law\tverified\tx\n"
        + "2026-12-25\tscotland\tChristmas Day\tbank-holiday\tverified\tx\n"
        + "2026-12-25\tnorthern-ireland\tChristmas Day\tcommon-law\tverified\tx\n";

    [Fact]
    public void The_shipped_list_holds_the_expected_number_of_days_for_each_nation_and_year()
    {
        var counts = TestCalendars
            .Shipped.Days.GroupBy(day => (day.Nation, day.Date.Year))
            .ToDictionary(group => group.Key, group => group.Count());

        foreach (var year in Enumerable.Range(2025, 4))
        {
            counts[(Nation.EnglandAndWales, year)].ShouldBe(8);
            counts[(Nation.Scotland, year)].ShouldBe(year == 2026 ? 10 : 9);
            counts[(Nation.NorthernIreland, year)].ShouldBe(10);
        }
    }

    [Fact]
    public void The_shipped_list_agrees_with_the_weekdays_and_with_easter()
    {
        foreach (var day in TestCalendars.Shipped.Days)
        {
            var weekday = day.Date.DayOfWeek;
            weekday.ShouldNotBe(DayOfWeek.Saturday, day.ToString());
            weekday.ShouldNotBe(DayOfWeek.Sunday, day.ToString());
            if (day.Name.EndsWith("bank holiday", StringComparison.Ordinal) || day.Name == "Easter Monday")
            {
                weekday.ShouldBe(DayOfWeek.Monday, day.ToString());
            }

            var easter = Easter(day.Date.Year);
            DateOnly? expected = day.Name switch
            {
                "Good Friday" => easter.AddDays(-2),
                "Easter Monday" => easter.AddDays(1),
                "Early May bank holiday" => FirstMonday(day.Date.Year, 5),
                "Spring bank holiday" => FirstMonday(day.Date.Year, 6).AddDays(-7),
                "Summer bank holiday" => day.Nation == Nation.Scotland
                    ? FirstMonday(day.Date.Year, 8)
                    : FirstMonday(day.Date.Year, 9).AddDays(-7),
                _ => null,
            };
            (expected ?? day.Date).ShouldBe(day.Date, day.ToString());
        }
    }

    [Theory]
    [InlineData("New Year's Day", 1, 1)]
    [InlineData("2 January", 1, 2)]
    [InlineData("St Patrick's Day", 3, 17)]
    [InlineData("Battle of the Boyne (Orangemen's Day)", 7, 12)]
    [InlineData("St Andrew's Day", 11, 30)]
    [InlineData("Christmas Day", 12, 25)]
    [InlineData("Boxing Day", 12, 26)]
    public void The_shipped_list_gives_a_fixed_day_or_a_weekday_soon_after_it(string name, int month, int dayOfMonth)
    {
        foreach (var day in TestCalendars.Shipped.Days.Where(day => day.Name == name))
        {
            var fixedDay = new DateOnly(day.Date.Year, month, dayOfMonth);
            if (day.Kind == BankHolidayKind.Substitute)
            {
                (day.Date.DayNumber - fixedDay.DayNumber).ShouldBeInRange(1, 3, day.ToString());
                TestCalendars.Shipped.Foi.IsWorkingDay(fixedDay).ShouldBeFalse();
            }
            else
            {
                day.Date.ShouldBe(fixedDay);
            }
        }
    }

    [Fact]
    public void The_shipped_list_marks_what_nobody_has_compared()
    {
        var days = TestCalendars.Shipped.Days;

        days.Where(day => day.Date.Year >= 2027).ShouldAllBe(day => !day.IsVerified);
        days.Where(day => day.Date.Year == 2025).ShouldAllBe(day => day.IsVerified);
        days.Single(day => day.Kind == BankHolidayKind.Proclaimed)
            .ShouldBe(
                new BankHoliday(
                    new DateOnly(2026, 6, 15),
                    Nation.Scotland,
                    "World Cup bank holiday",
                    BankHolidayKind.Proclaimed,
                    true,
                    "royal proclamation announced 5 February 2026"
                )
            );
    }

    [Theory]
    [InlineData("2026-06-15", "World Cup bank holiday, a proclaimed bank holiday in Scotland")]
    [InlineData("2026-12-28", "substitute day for Boxing Day, a bank holiday in England and Wales and Scotland and Northern Ireland")]
    [InlineData("2026-04-03", "Good Friday, a holiday in England and Wales and Northern Ireland; Good Friday, a bank holiday in Scotland")]
    [InlineData("2026-06-13", "a Saturday")]
    [InlineData("2026-06-16", null)]
    public void Day_says_why_it_does_not_count(string date, string? reason)
    {
        var day = TestCalendars.Shipped.Foi.Day(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

        day.Reason.ShouldBe(reason);
        day.IsWorking.ShouldBe(reason is null);
    }

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("2029-01-01")]
    public void Ask_a_day_outside_the_years_fails_and_names_them(string date)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

        foreach (var calendar in TestCalendars.All.Values)
        {
            Should.Throw<ArgumentOutOfRangeException>(() => calendar.Day(day)).Message.ShouldContain("2025 to 2028");
            Should.Throw<ArgumentOutOfRangeException>(() => calendar.IsWorkingDay(day));
            Should.Throw<ArgumentOutOfRangeException>(() => calendar.AddWorkingDays(day, 1));
            calendar.Covers(day).ShouldBeFalse();
            Should
                .Throw<ArgumentOutOfRangeException>(() => calendar.AddWorkingDays(calendar.LastDay, 1))
                .Message.ShouldStartWith("1 working day after Sunday 31 December 2028 is outside 2025 to 2028");
            Should
                .Throw<ArgumentOutOfRangeException>(() => calendar.SubtractWorkingDays(calendar.FirstDay, 1))
                .Message.ShouldStartWith("1 working day before Wednesday 1 January 2025 is outside 2025 to 2028");
        }
    }

    [Fact]
    public void A_statutory_calendar_has_no_way_to_take_closure_days()
    {
        typeof(StatutoryCalendar).IsSealed.ShouldBeTrue();
        typeof(StatutoryCalendar)
            .GetMembers()
            .OfType<System.Reflection.MethodBase>()
            .SelectMany(member => member.GetParameters())
            .ShouldNotContain(parameter => parameter.ParameterType == typeof(ClosureDays));
        typeof(CouncilCalendar)
            .GetMethods()
            .SelectMany(member => member.GetParameters())
            .ShouldContain(parameter => parameter.ParameterType == typeof(ClosureDays));
    }

    [Fact]
    public void WithClosures_states_the_rule_and_keeps_the_name_of_a_bank_holiday()
    {
        var calendar = TestCalendars
            .Shipped.ForCouncil(Nation.EnglandAndWales)
            .WithClosures(
                ClosureDays.By(
                    "minute 12",
                    [new(new DateOnly(2026, 12, 28), "Christmas closure"), new(new DateOnly(2026, 12, 29), "Christmas closure")]
                )
            );

        calendar.Day(new DateOnly(2026, 12, 28)).Reason.ShouldBe("substitute day for Boxing Day, a bank holiday in England and Wales");
        calendar.Day(new DateOnly(2026, 12, 29)).Reason.ShouldBe("Christmas closure: the council is closed (minute 12)");
        Should.Throw<ArgumentException>(() => calendar.WithClosures(ClosureDays.By("minute 12", [new(new DateOnly(2031, 1, 2), "x")])));
        Should.Throw<ArgumentException>(() => ClosureDays.By(" ", []));
        Should.Throw<ArgumentException>(() =>
            ClosureDays.By("m", [new(new DateOnly(2026, 12, 29), "a"), new(new DateOnly(2026, 12, 29), "b")])
        );
    }

    [Fact]
    public void Version_changes_with_what_can_change_a_date_and_with_nothing_else()
    {
        var first = BankHolidays.Read(new SourceText("a.tsv", Minimal));
        var noted = BankHolidays.Read(
            new SourceText("b.tsv", "# a note\n" + Minimal.Replace("verified\tx", "unverified\tanother", StringComparison.Ordinal))
        );
        var more = BankHolidays.Read(new SourceText("a.tsv", Minimal + "2026-06-15\tscotland\tExtra\tproclaimed\tverified\tx\n"));

        noted.Foi.Version.ShouldBe(first.Foi.Version);
        more.Foi.Version.Hash.ShouldNotBe(first.Foi.Version.Hash);
        more.Foisa.Version.Hash.ShouldNotBe(first.Foisa.Version.Hash);
        more.ForCouncil(Nation.EnglandAndWales).Version.ShouldBe(first.ForCouncil(Nation.EnglandAndWales).Version);
        first.Foi.Version.ToString().ShouldBe($"foi 2026-11-22 sha256:{first.Foi.Version.Hash}");
        first.Foi.Version.Hash.Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("2026-12-25\tscotland", "2026-12-32\tscotland", "list.tsv:5: `2026-12-32` is not a date such as `2026-06-15`")]
    [InlineData("\tscotland\t", "\tengland\t", "list.tsv:5: `england` is not one of `england-and-wales`, `scotland`, `northern-ireland`")]
    [InlineData("\tscotland\t", "\tnorthern-ireland\t", "list.tsv:6: Friday 25 December 2026 is in line 5 already for Northern Ireland")]
    [InlineData("bank-holiday", "holiday", "list.tsv:5: `holiday` is not one of `bank-holiday`, `substitute`, `proclaimed`, `common-law`")]
    [InlineData("scotland\tChristmas Day", "scotland\t ", "list.tsv:5: the day has no name")]
    [InlineData("bank-holiday\tverified", "bank-holiday\tsure", "list.tsv:5: `sure` is not one of `verified`, `unverified`")]
    [InlineData("bank-holiday\tverified\tx", "bank-holiday\tverified", "list.tsv:5: 5 columns where 6 are wanted")]
    [InlineData(
        "2026-12-25\tscotland",
        "2027-12-25\tscotland",
        "list.tsv:5: Saturday 25 December 2027 is outside 2026 to 2026, the years the list says it covers"
    )]
    [InlineData("2026-2026", "2026-2027", "list.tsv: the list says that it covers 2027 and has no day for Scotland in it")]
    [InlineData(
        "# years: 2026-2026",
        "# years: 2026",
        "list.tsv:2: `years` must be the first and the last year covered, such as `2025-2028`"
    )]
    [InlineData("# years: 2026-2026\n", "", "list.tsv: a line `# years: 2025-2028` must say which years the list covers")]
    [InlineData("# dated: 2026-11-22", "# dated: soon", "list.tsv:1: `dated` must be a date such as `2026-11-22`")]
    [InlineData("# dated: 2026-11-22\n", "", "list.tsv: a line `# dated: 2026-11-22` must say which edition this list is")]
    [InlineData(
        "date\tnation",
        "day\tnation",
        "list.tsv:3: the columns must be `date` `nation` `name` `kind` `standing` `source`, parted by tabs"
    )]
    public void Read_a_faulty_list_says_which_line_is_wrong(string right, string wrong, string message)
    {
        Minimal.ShouldContain(right);
        var source = new SourceText("list.tsv", Minimal.Replace(right, wrong, StringComparison.Ordinal));

        BankHolidays.TryRead(source, out var holidays, out var faults).ShouldBeFalse();

        holidays.ShouldBeNull();
        faults.Select(fault => fault.ToString()).ShouldContain(message);
        Should.Throw<FormatException>(() => BankHolidays.Read(source)).Message.ShouldContain(message);
    }

    [Fact]
    public void Read_accepts_the_line_ends_of_windows() =>
        BankHolidays
            .Read(new SourceText("a.tsv", Minimal.Replace("\n", "\r\n", StringComparison.Ordinal)))
            .Foi.Version.ShouldBe(BankHolidays.Read(new SourceText("a.tsv", Minimal)).Foi.Version);

    [Fact]
    public void Choose_gives_the_calendar_that_a_rule_names()
    {
        var shipped = TestCalendars.Shipped;
        var council = shipped.ForCouncil(Nation.EnglandAndWales);

        shipped.Choose(CalendarChoice.Council, council).ShouldBeSameAs(council);
        shipped.Choose(CalendarChoice.Foi, council).ShouldBeSameAs(shipped.Foi);
        shipped.Choose(CalendarChoice.Foisa, council).ShouldBeSameAs(shipped.Foisa);
        foreach (var nation in Nations.All)
        {
            Nations.FromKey(nation.ToKey()).ShouldBe(nation);
        }

        Nations.FromKey("uk").ShouldBeNull();
        Nations.FromKey("wales").ShouldBe(Nation.EnglandAndWales);
    }

    // The anonymous Gregorian computus (Meeus), so that the list is checked by something other than a list.
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var date = new DateOnly(year, month, 1);
        while (date.DayOfWeek != DayOfWeek.Monday)
        {
            date = date.AddDays(1);
        }

        return date;
    }
}
