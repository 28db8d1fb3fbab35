namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The duty is done or no longer owed. Nothing follows it.</summary>
public sealed record Stopped : LedgerEntry
{
    /// <summary>States that the clock has ended.</summary>
    /// <param name="on">The day on which the duty was done, or ended.</param>
    /// <param name="reason">How, such as <c>answered in full</c> or <c>withdrawn</c>.</param>
    /// <param name="by">Who recorded it.</param>
    public Stopped(DateOnly on, string reason, string by)
        : base(on, reason, by) { }
}
