using Comity.Protocols.Calendars;

namespace Comity.Protocols;

/// <summary>The calendars and figures by which a council's dates are worked out.</summary>
/// <param name="Council">The council's own working days.</param>
/// <param name="Foi">The calendar of the Freedom of Information Act, for clocks that say <c>by foi calendar</c>.</param>
/// <param name="Standards">The council's stated figures by name, for clocks that say <c>at standard NAME</c>; null when it has stated none.</param>
public sealed record CouncilCalendars(CouncilCalendar Council, StatutoryCalendar Foi, IReadOnlyDictionary<string, Clock>? Standards = null)
{
    /// <summary>The calendars of a council without closure days or figures of its own.</summary>
    public static CouncilCalendars Of(BankHolidays holidays, Nation nation)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        return new CouncilCalendars(holidays.ForCouncil(nation), holidays.Foi);
    }
}
