namespace Comity.Protocols.Calendars;

/// <summary>Which days can be clear days. The sources differ, so a clock says which it means.</summary>
public enum ClearDayCounting
{
    /// <summary>Working days only, as councils count the notice of a meeting.</summary>
    WorkingDays,

    /// <summary>Every day, weekends and holidays too.</summary>
    EveryDay,
}
