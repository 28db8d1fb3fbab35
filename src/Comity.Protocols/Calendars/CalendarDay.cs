namespace Comity.Protocols.Calendars;

/// <summary>What a calendar says of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Reason">Why it does not count, such as <c>Easter Monday, a bank holiday in England and Wales</c>; null on a working day.</param>
public sealed record CalendarDay(DateOnly Date, string? Reason)
{
    /// <summary>True when the day counts.</summary>
    public bool IsWorking => Reason is null;
}
