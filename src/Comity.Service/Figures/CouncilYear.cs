namespace Comity.Service.Figures;

/// <summary>
/// The council's year and its quarters, from 1 April. Periods of which none is a part of another: what is published of two of them cannot be taken from
/// each other to single somebody out.
/// </summary>
public static class CouncilYear
{
    private const int FirstMonth = 4;
    private const int MonthsInQuarter = 3;

    /// <summary>Whether these two days are the first and the last of one council year.</summary>
    public static bool IsOne(DateOnly from, DateOnly until) =>
        from is { Month: FirstMonth, Day: 1 } && until == from.AddYears(1).AddDays(-1);

    /// <summary>The first days of the council years that have ended before the day, the latest first.</summary>
    public static IEnumerable<DateOnly> EndedYears(DateOnly today)
    {
        var from = new DateOnly(today.Month < FirstMonth ? today.Year - 1 : today.Year, FirstMonth, 1);
        while (true)
        {
            from = from.AddYears(-1);
            yield return from;
        }
    }

    /// <summary>The quarters that have ended before the day, the latest first.</summary>
    public static IEnumerable<(DateOnly From, DateOnly Until)> EndedQuarters(DateOnly today)
    {
        var from = new DateOnly(today.Year, today.Month - ((today.Month - 1) % MonthsInQuarter), 1);
        while (true)
        {
            var until = from.AddDays(-1);
            from = from.AddMonths(-MonthsInQuarter);
            yield return (from, until);
        }
    }
}
