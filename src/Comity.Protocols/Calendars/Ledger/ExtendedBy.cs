namespace Comity.Protocols.Calendars.Ledger;

/// <summary>More of the clock's own days are given.</summary>
public sealed record ExtendedBy : LedgerEntry
{
    /// <summary>States an extension by a number of days.</summary>
    /// <param name="on">The day on which notice of it was given to the person who waits.</param>
    /// <param name="days">How many more days of the kind that the clock counts, 1 or more.</param>
    /// <param name="ground">The ground that the regime must give, such as <c>complex-and-voluminous</c>.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="by">Who extended it.</param>
    public ExtendedBy(DateOnly on, int days, string ground, string reason, string by)
        : base(on, reason, by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Clock.MaxCount);
        ArgumentException.ThrowIfNullOrWhiteSpace(ground);
        Days = days;
        Ground = ground;
    }

    /// <summary>How many more days of the kind that the clock counts.</summary>
    public int Days { get; }

    /// <summary>The ground that the regime must give.</summary>
    public string Ground { get; }
}
