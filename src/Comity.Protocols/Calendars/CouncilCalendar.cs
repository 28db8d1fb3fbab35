using System.Collections.Immutable;

namespace Comity.Protocols.Calendars;

/// <summary>The working days by which a council's own protocol counts: its nation's, less its own closure days where a local rule gives any.</summary>
public sealed class CouncilCalendar : WorkingDayCalendar
{
    private readonly BankHolidays holidays;

    internal CouncilCalendar(
        BankHolidays holidays,
        Nation nation,
        ClosureDays? closures,
        CalendarVersion version,
        ImmutableArray<string?> reasons
    )
        : base($"the working days of {nation.ToName()}", version, holidays.FirstDay, reasons)
    {
        this.holidays = holidays;
        Nation = nation;
        Closures = closures;
    }

    /// <summary>Whose bank holidays are skipped.</summary>
    public Nation Nation { get; }

    /// <summary>The council's closure days and the rule that gives them, or null where it has none.</summary>
    public ClosureDays? Closures { get; }

    /// <summary>The same calendar with these closure days in place of any that it has. A closure on a day that does not count anyway changes nothing.</summary>
    /// <exception cref="ArgumentException">A closure day is outside the years covered.</exception>
    public CouncilCalendar WithClosures(ClosureDays closures)
    {
        ArgumentNullException.ThrowIfNull(closures);
        return holidays.ForCouncil(Nation, closures);
    }
}
