using Comity.Protocols.Calendars;

namespace Comity.Protocols.Language;

/// <summary>How long something may take, as the rule says it: a clock and the fact it runs from.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Anchor">The fact it runs from, a date. The day of the anchor is not counted.</param>
/// <param name="Calendar">The calendar that it counts by.</param>
public sealed record ClockExpression(Clock Clock, Name Anchor, CalendarChoice Calendar)
{
    /// <summary>True when the clock itself gives a date once the anchor is known.</summary>
    public bool HasNumber => Clock.Kind is not (ClockKind.Promptly or ClockKind.AtStandard or ClockKind.Before);

    /// <summary>The words of the language: <c>10 working days after received-on</c>.</summary>
    public override string ToString() =>
        Calendar switch
        {
            CalendarChoice.Council => $"{Clock} {Anchor}",
            CalendarChoice.Foi => $"{Clock} {Anchor} by foi calendar",
            CalendarChoice.Foisa => $"{Clock} {Anchor} by foisa calendar",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
