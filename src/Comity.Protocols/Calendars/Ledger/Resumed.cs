namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The pause is over.</summary>
/// <remarks>
/// Its day is the last that is not counted: FOIA s.10(2) leaves out the days from the fees notice to the payment, both of them, and a council's own
/// pause is counted the same way.
/// </remarks>
public sealed record Resumed : LedgerEntry
{
    /// <summary>States that the pause is over.</summary>
    /// <param name="on">The last day that is not counted; the next one is.</param>
    /// <param name="reason">Why, such as <c>the fee was paid</c>.</param>
    /// <param name="by">Who recorded it.</param>
    public Resumed(DateOnly on, string reason, string by)
        : base(on, reason, by) { }
}
