using System.Collections.Immutable;

namespace Comity.Protocols.Calendars.Ledger;

/// <summary>What another edition of the bank holidays does to one open clock.</summary>
/// <param name="Reference">The clock, by the reference under which it was given.</param>
/// <param name="Before">What it came to.</param>
/// <param name="After">What it comes to now.</param>
public sealed record DueDateChange(string Reference, DueDerivation Before, DueDerivation After)
{
    /// <summary>Counts open clocks again and lists those whose date, state or objections change.</summary>
    /// <param name="open">The clocks by reference.</param>
    /// <param name="newer">The edition to count by now.</param>
    /// <returns>The changes in the order of the clocks given; a clock that comes to the same is left out, though its working may name another day.</returns>
    public static ImmutableArray<DueDateChange> Between(IEnumerable<KeyValuePair<string, DueLedger>> open, BankHolidays newer)
    {
        ArgumentNullException.ThrowIfNull(open);
        return
        [
            .. open.Select(clock => new DueDateChange(clock.Key, clock.Value.Derive(), clock.Value.Recount(newer).Derive()))
                .Where(change =>
                    change.Before.Due != change.After.Due
                    || change.Before.State != change.After.State
                    || !change.Before.Objections.SequenceEqual(change.After.Objections)
                ),
        ];
    }
}
