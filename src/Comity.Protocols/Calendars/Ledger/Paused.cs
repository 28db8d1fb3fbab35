namespace Comity.Protocols.Calendars.Ledger;

/// <summary>Days stop counting, until a <see cref="Resumed"/> line.</summary>
public sealed record Paused : LedgerEntry
{
    /// <summary>States that the clock is stopped.</summary>
    /// <param name="on">The first day that is not counted.</param>
    /// <param name="ground">The ground that the regime must give, such as <c>fees-notice</c>.</param>
    /// <param name="reason">Why, in words that the working shows beside each day.</param>
    /// <param name="by">Who paused it.</param>
    public Paused(DateOnly on, string ground, string reason, string by)
        : base(on, reason, by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ground);
        Ground = ground;
    }

    /// <summary>The ground that the regime must give.</summary>
    public string Ground { get; }
}
