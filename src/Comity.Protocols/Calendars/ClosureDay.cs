namespace Comity.Protocols.Calendars;

/// <summary>A day on which the council is shut by its own choice.</summary>
/// <param name="Date">The day.</param>
/// <param name="Reason">What it is called, such as <c>Christmas closure</c>.</param>
public sealed record ClosureDay(DateOnly Date, string Reason);
