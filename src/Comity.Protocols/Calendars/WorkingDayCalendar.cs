using System.Collections.Immutable;

namespace Comity.Protocols.Calendars;

/// <summary>Which days count, for every day of the years that the data covers.</summary>
/// <remarks>
/// Saturdays and Sundays never count. A question about a day outside the years covered fails: holidays that have not been proclaimed cannot
/// be guessed. Immutable, and safe to share between threads. Every count is a look-up, whatever its length.
/// </remarks>
public abstract class WorkingDayCalendar
{
    private readonly ImmutableArray<string?> reasons;
    private readonly int[] workingUpTo;
    private readonly int[] nth;

    private protected WorkingDayCalendar(string name, CalendarVersion version, DateOnly firstDay, ImmutableArray<string?> reasons)
    {
        Name = name;
        Version = version;
        FirstDay = firstDay;
        LastDay = firstDay.AddDays(reasons.Length - 1);
        this.reasons = reasons;

        // Invariant: workingUpTo[i] = how many of the days 0..i count; nth[k] = the index of the (k+1)th of them.
        workingUpTo = new int[reasons.Length];
        var days = new List<int>(reasons.Length);
        for (var i = 0; i < reasons.Length; i++)
        {
            if (reasons[i] is null)
            {
                days.Add(i);
            }

            workingUpTo[i] = days.Count;
        }

        nth = [.. days];
    }

    /// <summary>The calendar's name as a sentence uses it: <c>the working days of Scotland</c>.</summary>
    public string Name { get; }

    /// <summary>Which data this is, for a record that must be replayed.</summary>
    public CalendarVersion Version { get; }

    /// <summary>The first day covered, itself covered.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The last day covered, itself covered.</summary>
    public DateOnly LastDay { get; }

    /// <summary>True when the data says whether this day counts.</summary>
    public bool Covers(DateOnly date) => date >= FirstDay && date <= LastDay;

    /// <summary>What the calendar says of one day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the years covered.</exception>
    public CalendarDay Day(DateOnly date) => new(date, reasons[IndexOf(date)]);

    /// <summary>True when the day counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the years covered.</exception>
    public bool IsWorkingDay(DateOnly date) => reasons[IndexOf(date)] is null;

    /// <summary>The <paramref name="count"/>th working day after <paramref name="start"/>.</summary>
    /// <param name="start">The day from which the count runs. It is not counted, whether it is a working day or not.</param>
    /// <param name="count">0 or more. 0 gives the start itself when it is a working day, else the next working day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the start or the answer is outside the years covered.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _ = IndexOf(start);
        return TryAddWorkingDays(start, count, out var due)
            ? due
            : throw new ArgumentOutOfRangeException(nameof(count), count, OutsideWords(start, count, "after"));
    }

    /// <summary>The <paramref name="count"/>th working day before <paramref name="end"/>.</summary>
    /// <param name="end">The day back from which the count runs. It is not counted, whether it is a working day or not.</param>
    /// <param name="count">0 or more. 0 gives the end itself when it is a working day, else the working day before it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the end or the answer is outside the years covered.</exception>
    public DateOnly SubtractWorkingDays(DateOnly end, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _ = IndexOf(end);
        return TrySubtractWorkingDays(end, count, out var date)
            ? date
            : throw new ArgumentOutOfRangeException(nameof(count), count, OutsideWords(end, count, "before"));
    }

    /// <summary>How many working days lie after <paramref name="start"/>, up to and with <paramref name="end"/>.</summary>
    /// <remarks>The day of the start is not counted and the day of the end is, as when somebody says that an answer took nine working days.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Either day is outside the years covered, or the end is before the start.</exception>
    public int WorkingDaysAfter(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        return workingUpTo[IndexOf(end)] - workingUpTo[IndexOf(start)];
    }

    /// <summary>As <see cref="AddWorkingDays"/>, answering false where that would fail.</summary>
    internal bool TryAddWorkingDays(DateOnly start, int count, out DateOnly due)
    {
        due = default;
        if (count < 0 || !Covers(start))
        {
            return false;
        }

        var index = start.DayNumber - FirstDay.DayNumber;
        if (count == 0 && reasons[index] is null)
        {
            due = start;
            return true;
        }

        return TryNth((long)workingUpTo[index] + Math.Max(count, 1) - 1, out due);
    }

    /// <summary>As <see cref="SubtractWorkingDays"/>, answering false where that would fail.</summary>
    internal bool TrySubtractWorkingDays(DateOnly end, int count, out DateOnly date)
    {
        date = default;
        if (count < 0 || !Covers(end))
        {
            return false;
        }

        var index = end.DayNumber - FirstDay.DayNumber;
        if (count == 0 && reasons[index] is null)
        {
            date = end;
            return true;
        }

        var before = workingUpTo[index] - (reasons[index] is null ? 1 : 0);
        return TryNth((long)before - Math.Max(count, 1), out date);
    }

    /// <summary>Why a count cannot be made, in words that name the years covered.</summary>
    internal string OutsideWords(DateOnly start, int count, string direction) =>
        Covers(start)
            ? FormattableString.Invariant(
                $"{DateWords.Counted(count, "working day")} {direction} {start.ToWords()} is outside {FirstDay.Year} to {LastDay.Year}, the years that {Name} cover"
            )
            : OutsideWords(start);

    /// <summary>Why nothing can be said of a day, in words that name the years covered.</summary>
    internal string OutsideWords(DateOnly date) =>
        FormattableString.Invariant($"{date.ToWords()} is outside {FirstDay.Year} to {LastDay.Year}, the years that {Name} cover");

    private bool TryNth(long place, out DateOnly date)
    {
        if (place < 0 || place >= nth.Length)
        {
            date = default;
            return false;
        }

        date = FirstDay.AddDays(nth[place]);
        return true;
    }

    private int IndexOf(DateOnly date) =>
        Covers(date) ? date.DayNumber - FirstDay.DayNumber : throw new ArgumentOutOfRangeException(nameof(date), date, OutsideWords(date));
}
