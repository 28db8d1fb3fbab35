namespace Comity.Protocols.Calendars.Ledger;

/// <summary>One dated line of a due-date ledger. A line is never altered or taken out; a later line says what changed.</summary>
public abstract record LedgerEntry
{
    private protected LedgerEntry(DateOnly on, string reason, string by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        On = on;
        Reason = reason;
        By = by;
    }

    /// <summary>The day on which it took effect, which may be before the day on which somebody wrote it down.</summary>
    public DateOnly On { get; }

    /// <summary>Why, in words. Never blank.</summary>
    public string Reason { get; }

    /// <summary>Who made the line, as the council's register names them. Never blank.</summary>
    public string By { get; }
}
