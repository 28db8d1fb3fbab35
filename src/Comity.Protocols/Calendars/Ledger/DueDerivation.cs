using System.Collections.Immutable;

namespace Comity.Protocols.Calendars.Ledger;

/// <summary>What a ledger comes to.</summary>
/// <param name="State">How the clock stands.</param>
/// <param name="Due">The last day on which the duty can be done in time, to its very end; null when there is none. Of an ended clock: the day by which it was owed.</param>
/// <param name="Ended">The day on which the clock was stopped; null while it is not.</param>
/// <param name="Working">The days that led to it; null when there is no counted date.</param>
/// <param name="Calendar">Which calendar was used.</param>
/// <param name="Counted">How many of the clock's days had been counted when it was paused or stopped; null otherwise.</param>
/// <param name="Explanation">One sentence for each line that changed the date, in order, and the reason where there is no date.</param>
/// <param name="Objections">
/// Lines that would not be accepted today by this calendar, such as a notice that a change of calendar has made late. They keep their effect: what was accepted stays.
/// </param>
public sealed record DueDerivation(
    LedgerState State,
    DateOnly? Due,
    DateOnly? Ended,
    Working? Working,
    CalendarVersion Calendar,
    int? Counted,
    ImmutableArray<string> Explanation,
    ImmutableArray<LedgerRefused> Objections
)
{
    /// <summary>True when the duty ended after the date by which it was owed.</summary>
    public bool EndedLate => Ended is { } ended && Due is { } due && ended > due;

    /// <summary>True when the duty is still owed and its due date has passed. On the due date itself it is not overdue: the day runs to midnight.</summary>
    public bool IsOverdueOn(DateOnly today) => State == LedgerState.Running && Due is { } due && today > due;
}
