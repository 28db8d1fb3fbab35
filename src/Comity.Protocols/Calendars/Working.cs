using System.Collections.Immutable;

namespace Comity.Protocols.Calendars;

/// <summary>A due date with the days that led to it, as a page shows it.</summary>
/// <param name="Anchor">The day from which, or back from which, the clock ran.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Due">The last day on which the duty can be done in time, to its very end.</param>
/// <param name="Calendar">Which calendar was used.</param>
/// <param name="Steps">
/// Every day from the anchor to the due date, both shown, in the order in which they are counted: back from the anchor for a clock that runs before it.
/// </param>
public sealed record Working(DateOnly Anchor, Clock Clock, DateOnly Due, CalendarVersion Calendar, ImmutableArray<WorkingStep> Steps)
{
    /// <summary>What is said of the first day of a clock that runs forward.</summary>
    internal const string AnchorNotCounted = "the day it starts from is not counted";

    /// <summary>Shows how a clock arrives at its date.</summary>
    /// <returns>The working, or null where the clock gives no date.</returns>
    public static Working? Of(
        Clock clock,
        DateOnly anchor,
        WorkingDayCalendar calendar,
        IReadOnlyDictionary<string, Clock>? standards = null
    )
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(calendar);
        if (clock.Reckon(anchor, calendar, standards) is not DueOn { Date: var due })
        {
            return null;
        }

        if (clock.Standard is { } name && standards is not null)
        {
            clock = standards[name];
        }

        var steps = ImmutableArray.CreateBuilder<WorkingStep>();
        var back = due < anchor;
        var skips = clock.CountsOnlyWorkingDays;
        steps.Add(
            clock.Kind == ClockKind.On
                ? new WorkingStep(anchor, 1, null)
                : new WorkingStep(anchor, null, back ? "the day of the event is not counted" : AnchorNotCounted)
        );
        var number = 0;
        for (var date = anchor; date != due; )
        {
            date = date.AddDays(back ? -1 : 1);
            var skipped = skips ? calendar.Day(date).Reason : null;
            if (date == due && clock.Kind == ClockKind.ClearDaysBefore)
            {
                steps.Add(new WorkingStep(date, null, "the last day for it; the day itself is not a clear day"));
            }
            else
            {
                steps.Add(skipped is null ? new WorkingStep(date, ++number, null) : new WorkingStep(date, null, skipped));
            }
        }

        return new Working(anchor, clock, due, calendar.Version, steps.ToImmutable());
    }
}
