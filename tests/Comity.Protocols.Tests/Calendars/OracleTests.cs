using Comity.Protocols.Calendars;

namespace Comity.Protocols.Tests.Calendars;

/// <summary>Every start in the data and every count to 60, against a loop that looks at one day after the other.</summary>
public class OracleTests
{
    public static TheoryData<string> Calendars => [.. TestCalendars.All.Keys];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void AddWorkingDays_agrees_with_a_day_by_day_count(string key)
    {
        var calendar = TestCalendars.All[key];
        var compared = 0;
        for (var start = calendar.FirstDay; start <= calendar.LastDay; start = start.AddDays(1))
        {
            for (var count = 0; count <= 60; count++)
            {
                if (Step(key, start, count, 1, calendar.LastDay) is { } expected)
                {
                    compared++;
                    if (calendar.AddWorkingDays(start, count) != expected)
                    {
                        Assert.Fail($"{count} after {start:O} on {key}: {calendar.AddWorkingDays(start, count):O}, not {expected:O}");
                    }
                }
                else
                {
                    calendar.TryAddWorkingDays(start, count, out _).ShouldBeFalse();
                }
            }
        }

        compared.ShouldBeGreaterThan(80_000);
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void SubtractWorkingDays_agrees_with_a_day_by_day_count(string key)
    {
        var calendar = TestCalendars.All[key];
        for (var end = calendar.FirstDay; end <= calendar.LastDay; end = end.AddDays(1))
        {
            foreach (var count in (int[])[0, 1, 2, 3, 5, 6, 10, 25, 60])
            {
                if (Step(key, end, count, -1, calendar.FirstDay) is { } expected)
                {
                    calendar.SubtractWorkingDays(end, count).ShouldBe(expected);
                }
                else
                {
                    calendar.TrySubtractWorkingDays(end, count, out _).ShouldBeFalse();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Working_numbers_the_same_days_as_the_clock_counts(string key)
    {
        var calendar = TestCalendars.All[key];
        for (var start = calendar.FirstDay; start <= calendar.LastDay.AddDays(-40); start = start.AddDays(1))
        {
            var working = Working.Of(Clock.WorkingDaysAfter(20), start, calendar).ShouldNotBeNull();
            working.Due.ShouldBe(calendar.AddWorkingDays(start, 20));
            working.Steps.Length.ShouldBe(working.Due.DayNumber - start.DayNumber + 1);
            working.Steps.Count(step => step.IsCounted).ShouldBe(20);
            working.Steps[^1].Number.ShouldBe(20);
            working.Steps.Any(step => step.IsCounted == (step.Reason is not null)).ShouldBeFalse();
        }
    }

    // The oracle knows the holidays from the raw text, not through the reader that it checks.
    private static readonly Dictionary<string, HashSet<DateOnly>> Holidays = TestCalendars
        .Source.Text.Split('\n')
        .Where(line => line.StartsWith("20", StringComparison.Ordinal))
        .Select(line => line.Split('\t'))
        .GroupBy(cells => cells[1], cells => DateOnly.ParseExact(cells[0], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        .ToDictionary(group => group.Key, group => group.ToHashSet());

    private static readonly DateOnly[] Closed = [new(2026, 12, 24), new(2026, 12, 29), new(2026, 12, 30), new(2026, 12, 31)];

    private static DateOnly? Step(string key, DateOnly from, int count, int direction, DateOnly edge)
    {
        var date = from;
        if (count == 0)
        {
            while (!Works(key, date))
            {
                if (date == edge)
                {
                    return null;
                }

                date = date.AddDays(direction);
            }

            return date;
        }

        for (var counted = 0; counted < count; )
        {
            if (date == edge)
            {
                return null;
            }

            date = date.AddDays(direction);
            counted += Works(key, date) ? 1 : 0;
        }

        return date;
    }

    private static bool Works(string key, DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && key switch
        {
            "foi" => Holidays.Values.All(days => !days.Contains(date)),
            "foisa" => !Holidays["scotland"].Contains(date),
            "closed" => !Holidays["england-and-wales"].Contains(date) && !Closed.Contains(date),
            _ => !Holidays[key].Contains(date),
        };
}
