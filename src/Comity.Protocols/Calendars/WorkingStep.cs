namespace Comity.Protocols.Calendars;

/// <summary>One day of a working.</summary>
/// <param name="Date">The day.</param>
/// <param name="Number">Its running number when it is counted; null when it is not.</param>
/// <param name="Reason">Why it is not counted, or null.</param>
public sealed record WorkingStep(DateOnly Date, int? Number, string? Reason)
{
    /// <summary>True when the day has a number.</summary>
    public bool IsCounted => Number is not null;
}
