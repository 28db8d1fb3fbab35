namespace Comity.Protocols.Calendars;

/// <summary>What comes of a clock: <see cref="DueOn"/>, <see cref="NoDate"/> or <see cref="CannotReckon"/>, and nothing else.</summary>
public abstract record Reckoning
{
    private protected Reckoning() { }
}
