using System.Globalization;

namespace Comity.Protocols.Calendars;

/// <summary>How long somebody has: an amount and a direction, without the day from which it runs.</summary>
/// <remarks>
/// A value exists only through a method below, so a clock with a number that it does not need, or without one that it needs, cannot be made.
/// For every clock: the day of the anchor is not counted; the duty is due by the end of the due day, at midnight. An anchor may be a Saturday,
/// a Sunday or a holiday: it stays the anchor and is not moved to the next working day (moving it would make the due date a day late).
/// </remarks>
public sealed record Clock
{
    /// <summary>The largest amount that a clock takes: a longer one is a slip of the pen.</summary>
    public const int MaxCount = 10_000;

    private static readonly Clock PromptlyClock = new(ClockKind.Promptly, 0, default, null);
    private static readonly Clock BeforeClock = new(ClockKind.Before, 0, default, null);
    private static readonly Clock OnClock = new(ClockKind.On, 0, default, null);

    private Clock(ClockKind kind, int count, ClearDayCounting counting, string? standard)
    {
        Kind = kind;
        Count = count;
        Counting = counting;
        Standard = standard;
    }

    /// <summary>How it counts.</summary>
    public ClockKind Kind { get; }

    /// <summary>The number of days or hours; 0 for a kind that has no number.</summary>
    public int Count { get; }

    /// <summary>Which days are clear days; of no meaning for other kinds.</summary>
    public ClearDayCounting Counting { get; }

    /// <summary>The name of the council's figure; null for other kinds.</summary>
    public string? Standard { get; }

    /// <summary>True for a number of days counted forward from the anchor: the only clocks that can be paused or extended.</summary>
    public bool CountsForwardInDays => Kind is ClockKind.WorkingDaysAfter or ClockKind.ClearDaysAfter or ClockKind.CalendarDaysAfter;

    /// <summary>True when only the calendar's working days have a number.</summary>
    public bool CountsOnlyWorkingDays =>
        Kind is ClockKind.WorkingDaysAfter or ClockKind.WorkingDaysBefore
        || (Kind is ClockKind.ClearDaysAfter or ClockKind.ClearDaysBefore && Counting == ClearDayCounting.WorkingDays);

    /// <summary>Promptly, without a number.</summary>
    public static Clock Promptly => PromptlyClock;

    /// <summary>In advance of the anchor, without a number.</summary>
    public static Clock Before => BeforeClock;

    /// <summary>On the anchor's day, whether it is a working day or not.</summary>
    public static Clock On => OnClock;

    /// <summary>By the end of the <paramref name="count"/>th working day after the anchor's day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static Clock WorkingDaysAfter(int count) => new(ClockKind.WorkingDaysAfter, Checked(count), default, null);

    /// <summary>At the latest on the <paramref name="count"/>th working day back from the anchor's day, which is not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static Clock WorkingDaysBefore(int count) => new(ClockKind.WorkingDaysBefore, Checked(count), default, null);

    /// <summary>Not more than <paramref name="count"/> clear days after the anchor's day: by the end of the last of them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="counting">
    /// Every day unless the source says otherwise: the stricter reading, because an answer given by then is in time on every reading.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static Clock ClearDaysAfter(int count, ClearDayCounting counting = ClearDayCounting.EveryDay) =>
        new(ClockKind.ClearDaysAfter, Checked(count), Checked(counting), null);

    /// <summary>With <paramref name="count"/> whole days between the act and the anchor, neither of the two counted.</summary>
    /// <param name="count">How many.</param>
    /// <param name="counting">
    /// Working days unless the source says otherwise: the stricter reading, because a notice given by then is in time on every reading. The
    /// last day for the act is then itself a working day. A council that also leaves out Christmas Eve states it as a closure day.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static Clock ClearDaysBefore(int count, ClearDayCounting counting = ClearDayCounting.WorkingDays) =>
        new(ClockKind.ClearDaysBefore, Checked(count), Checked(counting), null);

    /// <summary>By the end of the <paramref name="count"/>th day after the anchor's day, be it a Sunday or a holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static Clock CalendarDaysAfter(int count) => new(ClockKind.CalendarDaysAfter, Checked(count), default, null);

    /// <summary>At the latest on the <paramref name="count"/>th day back from the anchor's day, be it a Sunday or a holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static Clock CalendarDaysBefore(int count) => new(ClockKind.CalendarDaysBefore, Checked(count), default, null);

    /// <summary>Within <paramref name="count"/> hours of the moment at which it starts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static Clock HoursAfter(int count) => new(ClockKind.HoursAfter, Checked(count), default, null);

    /// <summary>By the figure that the council has stated under this name.</summary>
    /// <exception cref="ArgumentException">The name is blank or holds a blank space.</exception>
    public static Clock AtStandard(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name.Any(char.IsWhiteSpace)
            ? throw new ArgumentException("the name of a standard is one word", nameof(name))
            : new Clock(ClockKind.AtStandard, 0, default, name);
    }

    /// <summary>The date by which the duty is due.</summary>
    /// <param name="anchor">The day from which it runs, or back from which it runs.</param>
    /// <param name="calendar">Which days count.</param>
    /// <param name="standards">The council's stated figures by name; none when left out.</param>
    /// <returns><see cref="DueOn"/>, <see cref="NoDate"/> for a duty without a number, or <see cref="CannotReckon"/> with the reason.</returns>
    public Reckoning Reckon(DateOnly anchor, WorkingDayCalendar calendar, IReadOnlyDictionary<string, Clock>? standards = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Kind switch
        {
            ClockKind.WorkingDaysAfter => calendar.TryAddWorkingDays(anchor, Count, out var due)
                ? new DueOn(due)
                : new CannotReckon(calendar.OutsideWords(anchor, Count, "after")),
            ClockKind.ClearDaysAfter when Counting == ClearDayCounting.WorkingDays => calendar.TryAddWorkingDays(anchor, Count, out var due)
                ? new DueOn(due)
                : new CannotReckon(calendar.OutsideWords(anchor, Count, "after")),
            ClockKind.WorkingDaysBefore => calendar.TrySubtractWorkingDays(anchor, Count, out var due)
                ? new DueOn(due)
                : new CannotReckon(calendar.OutsideWords(anchor, Count, "before")),
            ClockKind.ClearDaysBefore when Counting == ClearDayCounting.WorkingDays => calendar.TrySubtractWorkingDays(
                anchor,
                Count + 1,
                out var due
            )
                ? new DueOn(due)
                : new CannotReckon(calendar.OutsideWords(anchor, Count + 1, "before")),
            ClockKind.ClearDaysAfter or ClockKind.CalendarDaysAfter => Shift(anchor, Count, calendar),
            ClockKind.ClearDaysBefore => Shift(anchor, -(Count + 1), calendar),
            ClockKind.CalendarDaysBefore => Shift(anchor, -Count, calendar),
            ClockKind.HoursAfter when Count % 24 == 0 => Shift(anchor, Count / 24, calendar),
            ClockKind.HoursAfter => new CannotReckon($"{ToString()} needs the time of day at which it starts, not only {anchor.ToWords()}"),
            ClockKind.Promptly or ClockKind.Before => new NoDate(ToString()),
            ClockKind.On => Shift(anchor, 0, calendar),
            ClockKind.AtStandard when standards is not null && standards.TryGetValue(Standard!, out var stated) => stated.Kind
            == ClockKind.AtStandard
                ? new CannotReckon($"the council's standard `{Standard}` is stated by another standard, not by a figure")
                : stated.Reckon(anchor, calendar),
            ClockKind.AtStandard => new CannotReckon($"the council has not stated its standard `{Standard}`"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The instant at which an hours clock ends. Hours elapse through the night, a weekend and the change to summer time.</summary>
    /// <param name="startUtc">When it started, in UTC.</param>
    /// <exception cref="ArgumentException">The instant is not in UTC.</exception>
    /// <exception cref="InvalidOperationException">The clock does not count hours.</exception>
    public DateTime ReckonInstant(DateTime startUtc)
    {
        if (Kind != ClockKind.HoursAfter)
        {
            throw new InvalidOperationException($"{ToString()} does not count hours");
        }

        return startUtc.Kind == DateTimeKind.Utc
            ? startUtc.AddHours(Count)
            : throw new ArgumentException("the instant must be in UTC", nameof(startUtc));
    }

    /// <summary>The clock as the protocol language writes it, without the fact that it runs from: <c>10 working days after</c>.</summary>
    /// <remarks><see cref="TryParse"/> reads it back. Clear days that are counted otherwise than by default say so at the end.</remarks>
    public override string ToString() =>
        Kind switch
        {
            ClockKind.WorkingDaysAfter => $"{DateWords.Counted(Count, "working day")} after",
            ClockKind.WorkingDaysBefore => $"{DateWords.Counted(Count, "working day")} before",
            ClockKind.ClearDaysAfter when Counting == ClearDayCounting.WorkingDays =>
                $"{DateWords.Counted(Count, "clear working day")} after",
            ClockKind.ClearDaysAfter => $"{DateWords.Counted(Count, "clear day")} after",
            ClockKind.ClearDaysBefore when Counting == ClearDayCounting.EveryDay =>
                $"{DateWords.Counted(Count, "clear calendar day")} before",
            ClockKind.ClearDaysBefore => $"{DateWords.Counted(Count, "clear day")} before",
            ClockKind.CalendarDaysAfter => $"{DateWords.Counted(Count, "day")} after",
            ClockKind.CalendarDaysBefore => $"{DateWords.Counted(Count, "day")} before",
            ClockKind.HoursAfter => $"{DateWords.Counted(Count, "hour")} after",
            ClockKind.Promptly => "promptly after",
            ClockKind.AtStandard => $"at standard {Standard} after",
            ClockKind.Before => "before",
            ClockKind.On => "on",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Reads a clock as <see cref="ToString"/> writes it.</summary>
    /// <returns>The clock, or null where the words are not a clock's or the number is out of range.</returns>
    public static Clock? TryParse(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (parts)
        {
            case ["promptly", "after"]:
                return Promptly;
            case ["before"]:
                return Before;
            case ["on"]:
                return On;
            case ["at", "standard", var name, "after"]:
                return AtStandard(name);
        }

        if (
            parts.Length < 3
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > MaxCount
        )
        {
            return null;
        }

        return string.Join(' ', parts[1..]) switch
        {
            "working days after" or "working day after" => WorkingDaysAfter(count),
            "working days before" or "working day before" => WorkingDaysBefore(count),
            "clear days after" or "clear day after" => ClearDaysAfter(count),
            "clear working days after" or "clear working day after" => ClearDaysAfter(count, ClearDayCounting.WorkingDays),
            "clear days before" or "clear day before" => ClearDaysBefore(count),
            "clear calendar days before" or "clear calendar day before" => ClearDaysBefore(count, ClearDayCounting.EveryDay),
            "days after" or "day after" => CalendarDaysAfter(count),
            "days before" or "day before" => CalendarDaysBefore(count),
            "hours after" or "hour after" => HoursAfter(count),
            _ => null,
        };
    }

    /// <summary>The same kind of clock with another number.</summary>
    internal Clock WithCount(int count) => new(Kind, Checked(count), Counting, Standard);

    // A plain count of days needs no holiday data, but a date outside the years covered could not then be shown or carried further.
    private static Reckoning Shift(DateOnly anchor, int days, WorkingDayCalendar calendar)
    {
        if (!calendar.Covers(anchor))
        {
            return new CannotReckon(calendar.OutsideWords(anchor));
        }

        var due = anchor.AddDays(days);
        return calendar.Covers(due) ? new DueOn(due) : new CannotReckon(calendar.OutsideWords(due));
    }

    private static int Checked(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        return count;
    }

    private static ClearDayCounting Checked(ClearDayCounting counting) =>
        Enum.IsDefined(counting) ? counting : throw new ArgumentOutOfRangeException(nameof(counting));
}
