namespace Comity.Service.Tests.Requests.Year;

/// <summary>
/// Counts working days one at a time, from a list of days written out here: nothing of the calendars or ledgers of the product is used, so that a fault there
/// is not repeated here.
/// </summary>
/// <remarks>
/// England and Wales, April 2026 to the end of 2027: the bank holidays of the Banking and Financial Dealings Act 1971, Sch 1, with Good Friday, Christmas Day and
/// the days that stand in for those at a weekend.
/// </remarks>
internal sealed class DayByDay(IEnumerable<DateOnly> closed)
{
    private static readonly DateOnly[] BankHolidays =
    [
        new(2026, 4, 3),
        new(2026, 4, 6),
        new(2026, 5, 4),
        new(2026, 5, 25),
        new(2026, 8, 31),
        new(2026, 12, 25),
        new(2026, 12, 28),
        new(2027, 1, 1),
        new(2027, 3, 26),
        new(2027, 3, 29),
        new(2027, 5, 3),
        new(2027, 5, 31),
        new(2027, 8, 30),
        new(2027, 12, 27),
        new(2027, 12, 28),
    ];

    private readonly HashSet<DateOnly> _off = [.. BankHolidays, .. closed];

    public void Proclaim(DateOnly day) => _off.Add(day);

    /// <summary>The last day in time: the anchor is not counted, nor is any day that is left out.</summary>
    public DateOnly After(DateOnly anchor, int days, Func<DateOnly, bool> leftOut)
    {
        var day = anchor;
        while (days > 0)
        {
            day = day.AddDays(1);
            var isWorking = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day);
            days -= isWorking && !leftOut(day) ? 1 : 0;
        }

        return day;
    }
}
