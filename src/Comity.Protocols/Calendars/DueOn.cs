namespace Comity.Protocols.Calendars;

/// <summary>A due date.</summary>
/// <param name="Date">The last day on which the duty can be done in time, to its very end.</param>
public sealed record DueOn(DateOnly Date) : Reckoning;
