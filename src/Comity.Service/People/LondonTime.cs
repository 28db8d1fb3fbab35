using System.Globalization;

namespace Comity.Service.People;

/// <summary>The council's own time. Dates on letters, duties and terms are dates in the United Kingdom; instants are kept in UTC.</summary>
public static class LondonTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>The instant of a time of day in London; null for one that the clocks leave out in spring.</summary>
    public static DateTime? ToUtc(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return Zone.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, Zone);
    }

    /// <summary>"Monday 20 April 2026": with the weekday, because a due date is met or missed on one.</summary>
    public static string InWords(this DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.GetUtcNow().UtcDateTime);
}
