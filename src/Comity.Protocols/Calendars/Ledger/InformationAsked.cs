namespace Comity.Protocols.Calendars.Ledger;

/// <summary>The person who asked has been asked to say more, and until then nothing is owed. A <see cref="Restarted"/> line follows when they do.</summary>
public sealed record InformationAsked : LedgerEntry
{
    /// <summary>States that more was asked for.</summary>
    /// <param name="on">The day on which the question was sent.</param>
    /// <param name="ground">The ground that the regime must give, such as <c>clarification</c>.</param>
    /// <param name="reason">What has to be clearer.</param>
    /// <param name="by">Who asked.</param>
    public InformationAsked(DateOnly on, string ground, string reason, string by)
        : base(on, reason, by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ground);
        Ground = ground;
    }

    /// <summary>The ground that the regime must give.</summary>
    public string Ground { get; }
}
