namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The clock began. The first line of every ledger, and only the first.</summary>
public sealed record Started : LedgerEntry
{
    /// <summary>States when the clock began.</summary>
    /// <param name="on">The anchor: for a request the day on which it reached the council, be it a Saturday; for notice of a meeting the day of the meeting.</param>
    /// <param name="reason">What happened, such as <c>the enquiry was received</c>.</param>
    /// <param name="by">Who recorded it.</param>
    public Started(DateOnly on, string reason, string by)
        : base(on, reason, by) { }
}
