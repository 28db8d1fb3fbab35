using System.Collections.Immutable;

namespace Comity.Protocols.Calendars;

/// <summary>The working days by which an access-to-information Act counts.</summary>
/// <remarks>
/// It has no closure days and no way to get any: the Acts name Saturdays, Sundays, Christmas Day, Good Friday and bank holidays, and nothing
/// else. Source: Freedom of Information Act 2000 s.10(6); Freedom of Information (Scotland) Act 2002 s.73.
/// </remarks>
public sealed class StatutoryCalendar : WorkingDayCalendar
{
    internal StatutoryCalendar(string name, CalendarVersion version, DateOnly firstDay, ImmutableArray<string?> reasons)
        : base(name, version, firstDay, reasons) { }
}
