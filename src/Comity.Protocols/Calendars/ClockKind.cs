namespace Comity.Protocols.Calendars;

/// <summary>How a clock counts from its anchor.</summary>
public enum ClockKind
{
    /// <summary>N working days after. The anchor's day is not counted; due by the end of the Nth working day.</summary>
    WorkingDaysAfter,

    /// <summary>N working days before. The anchor's day is not counted; the Nth working day back is the last day.</summary>
    WorkingDaysBefore,

    /// <summary>Not more than N clear days after. The anchor's day is not counted; due by the end of the Nth clear day.</summary>
    ClearDaysAfter,

    /// <summary>N clear days before. Neither the day of the act nor the anchor's day is counted: N whole days lie between.</summary>
    ClearDaysBefore,

    /// <summary>N days of the ordinary calendar after. The anchor's day is not counted, weekends and holidays are.</summary>
    CalendarDaysAfter,

    /// <summary>N days of the ordinary calendar before. The anchor's day is not counted, weekends and holidays are.</summary>
    CalendarDaysBefore,

    /// <summary>N hours after the moment, by elapsed time, through nights, weekends and holidays.</summary>
    HoursAfter,

    /// <summary>Promptly: a duty with no number.</summary>
    Promptly,

    /// <summary>By the council's own stated figure.</summary>
    AtStandard,

    /// <summary>In advance of the anchor, with no number.</summary>
    Before,

    /// <summary>On the anchor's day, by the end of it.</summary>
    On,
}
