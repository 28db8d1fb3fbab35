namespace Comity.Protocols.Calendars.Ledger;

/// <summary>What came of a new line: <see cref="LedgerAccepted"/> or <see cref="LedgerRefused"/>, and nothing else.</summary>
public abstract record LedgerChange
{
    private protected LedgerChange() { }
}
