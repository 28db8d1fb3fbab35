namespace Comity.Service.Demonstration;

/// <summary>The clock by which a made-up year passes: it stands where it was set.</summary>
public sealed class DemonstrationClock : TimeProvider
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Sets it to a time of day in the council's own zone.</summary>
    public void Set(DateOnly day, TimeOnly time) => Set(InLondon(day, time));

    public void Set(DateTime utc) => _now = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <summary>The instant of a time of day in the council's own zone.</summary>
    public static DateTime InLondon(DateOnly day, TimeOnly time) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), London);
}
