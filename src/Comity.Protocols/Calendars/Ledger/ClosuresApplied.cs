namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The council's closure days are left out of the count from its start. A later line of this kind takes the place of an earlier one.</summary>
public sealed record ClosuresApplied : LedgerEntry
{
    /// <summary>States which closure days apply.</summary>
    /// <param name="on">The day on which they were applied to this clock.</param>
    /// <param name="closures">The days and the local rule that gives them.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="by">Who applied them.</param>
    public ClosuresApplied(DateOnly on, ClosureDays closures, string reason, string by)
        : base(on, reason, by)
    {
        ArgumentNullException.ThrowIfNull(closures);
        Closures = closures;
    }

    /// <summary>The days and the local rule that gives them.</summary>
    public ClosureDays Closures { get; }
}
