using Comity.Protocols.Calendars;

namespace Comity.Protocols;

/// <summary>The calendars and figures by which a council's dates are worked out.</summary>
/// <param name="Holidays">The bank holidays, for clocks that say by which calendar they count.</param>
/// <param name="Council">The council's own working days, for all other clocks.</param>
/// <param name="Standards">The council's stated figures by name, for clocks that say <c>at standard NAME</c>; null when it has stated none.</param>
public sealed record CouncilCalendars(BankHolidays Holidays, CouncilCalendar Council, IReadOnlyDictionary<string, Clock>? Standards = null)
{
    /// <summary>The calendars of a council without closure days or figures of its own.</summary>
    public static CouncilCalendars Of(BankHolidays holidays, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        return new CouncilCalendars(holidays, holidays.ForCouncil(nation));
    }
}
