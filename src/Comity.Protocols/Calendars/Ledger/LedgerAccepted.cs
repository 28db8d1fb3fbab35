namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The line stands.</summary>
/// <param name="Ledger">The ledger with it.</param>
public sealed record LedgerAccepted(DueLedger Ledger) : LedgerChange;
