namespace Comity.Protocols.Calendars.Ledger;

/// <summary>A later date is given in place of the counted one.</summary>
public sealed record ExtendedTo : LedgerEntry
{
    /// <summary>States an extension to a date.</summary>
    /// <param name="on">The day on which notice of it was given to the person who waits.</param>
    /// <param name="until">The new due date, to the end of that day.</param>
    /// <param name="ground">The ground that the regime must give, such as <c>public-interest</c>.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="by">Who extended it.</param>
    public ExtendedTo(DateOnly on, DateOnly until, string ground, string reason, string by)
        : base(on, reason, by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ground);
        Until = until;
        Ground = ground;
    }

    /// <summary>The new due date, to the end of that day.</summary>
    public DateOnly Until { get; }

    /// <summary>The ground that the regime must give.</summary>
    public string Ground { get; }
}
