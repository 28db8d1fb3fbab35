namespace Comity.Service.People;

/// <summary>The council's own time. Dates on letters, duties and terms are dates in the United Kingdom; instants are kept in UTC.</summary>
public static class LondonTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.GetUtcNow().UtcDateTime);
}
