using Comity.Protocols.Calendars;

namespace Comity.Protocols.Explanations;

/// <summary>What is owed, and by when.</summary>
/// <param name="Duty">What is owed.</param>
/// <param name="Clock">The clock, and the fact it runs from.</param>
/// <param name="Anchor">The day it runs from, or null while that is not known.</param>
/// <param name="Reckoning">The date, or why there is none; null while the anchor is not known or no calendar was given.</param>
/// <param name="Calendar">The calendar that was used, or null when none was.</param>
/// <param name="Citations">The norms that start the clock.</param>
public sealed record OwedDuty(
    string Duty,
    ClockExpression Clock,
    DateOnly? Anchor,
    Reckoning? Reckoning,
    WorkingDayCalendar? Calendar,
    IReadOnlyList<Citation> Citations
)
{
    /// <summary>The last day on which it can be done in time, to its very end; null when there is none or it cannot be worked out yet.</summary>
    public DateOnly? DueOn => (Reckoning as DueOn)?.Date;

    /// <summary>True when the clock is the council's own choice where the protocol gives none.</summary>
    public bool IsCouncilsChoice => Citations[0].Layer == Layer.Arrangement;

    /// <summary>The days that led to the date, or null when there is none.</summary>
    /// <param name="standards">The council's stated figures, where the clock needs one.</param>
    public Working? Working(IReadOnlyDictionary<string, Clock>? standards = null) =>
        Anchor is { } anchor && Calendar is { } calendar ? Calendars.Working.Of(Clock.Clock, anchor, calendar, standards) : null;
}
