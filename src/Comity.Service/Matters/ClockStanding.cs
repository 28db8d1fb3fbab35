using Comity.Protocols.Calendars;
using Comity.Protocols.Calendars.Ledger;

namespace Comity.Service.Matters;

/// <summary>How the clock of a duty stands.</summary>
/// <param name="Counted">What it is counted by.</param>
/// <param name="Working">The days that led to its date; null where it has none.</param>
public sealed record ClockStanding(CountedBy Counted, LedgerState State, Working? Working)
{
    internal static ClockStanding Of(CountedBy counted, IEnumerable<DueEntry> ledger)
    {
        var derived = counted.Restore(ledger).Derive();
        return new ClockStanding(counted, derived.State, derived.Working);
    }
}
