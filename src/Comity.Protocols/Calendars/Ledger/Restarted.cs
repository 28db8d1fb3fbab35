namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The clock begins again from nothing: not the end of a pause, for no day of the first run is kept.</summary>
public sealed record Restarted : LedgerEntry
{
    /// <summary>States that the clock begins again.</summary>
    /// <param name="on">The new anchor: the day on which what was asked for arrived. It is not counted.</param>
    /// <param name="reason">What arrived.</param>
    /// <param name="by">Who recorded it.</param>
    public Restarted(DateOnly on, string reason, string by)
        : base(on, reason, by) { }
}
