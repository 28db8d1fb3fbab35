using Comity.Protocols.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Protocols.Tests.Calendars;

public class CalendarPropertyTests
{
    private static readonly Arbitrary<(string Key, DateOnly Start, int Count)> Counts = (
        from key in Gen.Elements(TestCalendars.All.Keys.ToArray())
        from offset in Gen.Choose(0, 1300)
        from count in Gen.Choose(0, 80)
        select (key, new DateOnly(2025, 1, 1).AddDays(offset), count)
    ).ToArbitrary();

    [Fact]
    public void A_deadline_in_working_days_never_falls_on_a_day_that_does_not_count() =>
        Check(sample =>
            TestCalendars.All[sample.Key].IsWorkingDay(TestCalendars.All[sample.Key].AddWorkingDays(sample.Start, sample.Count))
        );

    [Fact]
    public void A_deadline_is_later_for_more_days_and_never_earlier_for_a_later_start() =>
        Check(sample =>
        {
            var calendar = TestCalendars.All[sample.Key];
            var due = calendar.AddWorkingDays(sample.Start, sample.Count);
            var more = calendar.AddWorkingDays(sample.Start, sample.Count + 1);
            return (sample.Count == 0 ? more >= due : more > due) && calendar.AddWorkingDays(sample.Start.AddDays(1), sample.Count) >= due;
        });

    [Fact]
    public void Counting_on_and_back_again_agree() =>
        Check(sample =>
        {
            var calendar = TestCalendars.All[sample.Key];
            var due = calendar.AddWorkingDays(sample.Start, sample.Count + 1);
            return calendar.WorkingDaysAfter(sample.Start, due) == sample.Count + 1
                && calendar.AddWorkingDays(calendar.SubtractWorkingDays(due, 0), 0) == due
                && (!calendar.IsWorkingDay(sample.Start) || calendar.SubtractWorkingDays(due, sample.Count + 1) == sample.Start);
        });

    [Fact]
    public void A_day_less_to_count_never_makes_a_deadline_earlier() =>
        Prop.ForAll(
                Counts,
                Gen.Choose(0, 1460).ToArbitrary(),
                (sample, offset) =>
                {
                    var extra = new DateOnly(2025, 1, 1).AddDays(offset);
                    if (TestCalendars.Shipped.Days.Any(day => day.Date == extra && day.Nation == Nation.Scotland))
                    {
                        return true;
                    }

                    var more = Proclaimed[offset].Value;
                    return new (WorkingDayCalendar Before, WorkingDayCalendar After)[]
                    {
                        (TestCalendars.Shipped.Foi, more.Foi),
                        (TestCalendars.Shipped.Foisa, more.Foisa),
                        (TestCalendars.Shipped.ForCouncil(Nation.Scotland), more.ForCouncil(Nation.Scotland)),
                        (TestCalendars.Shipped.ForCouncil(Nation.NorthernIreland), more.ForCouncil(Nation.NorthernIreland)),
                    }.All(pair =>
                        pair.After.AddWorkingDays(sample.Start, sample.Count) >= pair.Before.AddWorkingDays(sample.Start, sample.Count)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_foi_date_is_never_before_the_date_of_any_one_nation() =>
        Check(sample =>
            Nations.All.All(nation =>
                TestCalendars.Shipped.Foi.AddWorkingDays(sample.Start, sample.Count)
                >= TestCalendars.Shipped.ForCouncil(nation).AddWorkingDays(sample.Start, sample.Count)
            )
        );

    // Built when asked for: 1,461 lists of which a run reads a hundred.
    private static readonly Lazy<BankHolidays>[] Proclaimed =
    [
        .. Enumerable
            .Range(0, 1461)
            .Select(offset => new Lazy<BankHolidays>(() =>
                BankHolidays.Read(
                    TestCalendars.Source with
                    {
                        Text =
                            TestCalendars.Source.Text
                            + FormattableString.Invariant(
                                $"{new DateOnly(2025, 1, 1).AddDays(offset):yyyy-MM-dd}\tscotland\tDay of thanks\tproclaimed\tverified\ttest\n"
                            ),
                    }
                )
            )),
    ];

    private static void Check(Func<(string Key, DateOnly Start, int Count), bool> holds) =>
        Prop.ForAll(Counts, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
