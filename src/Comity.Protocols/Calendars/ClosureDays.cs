using System.Collections.Immutable;

namespace Comity.Protocols.Calendars;

/// <summary>The days that a council's own rule leaves out of its own clocks.</summary>
/// <remarks>
/// Only a <see cref="CouncilCalendar"/> takes them. A statutory clock goes on while the council is shut, so a <see cref="StatutoryCalendar"/>
/// has nowhere to put them.
/// </remarks>
public sealed class ClosureDays
{
    private ClosureDays(string authority, ImmutableArray<ClosureDay> days)
    {
        Authority = authority;
        Days = days;
    }

    /// <summary>The norm or the minute that says these days do not count. It is shown beside every skipped day.</summary>
    public string Authority { get; }

    /// <summary>The days, earliest first, each once.</summary>
    public ImmutableArray<ClosureDay> Days { get; }

    /// <summary>States closure days.</summary>
    /// <param name="authority">The norm or the minute; it may not be blank, for nobody closes a clock without saying who allowed it.</param>
    /// <param name="days">The days in any order.</param>
    /// <exception cref="ArgumentException">The authority or a day's reason is blank, or a day comes twice.</exception>
    public static ClosureDays By(string authority, IEnumerable<ClosureDay> days)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(authority);
        ArgumentNullException.ThrowIfNull(days);
        var sorted = days.OrderBy(day => day.Date).ToImmutableArray();
        foreach (var day in sorted)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(day.Reason, nameof(days));
        }

        return sorted.DistinctBy(day => day.Date).Count() == sorted.Length
            ? new ClosureDays(authority, sorted)
            : throw new ArgumentException("the same closure day comes twice", nameof(days));
    }
}
