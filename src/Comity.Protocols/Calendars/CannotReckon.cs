namespace Comity.Protocols.Calendars;

/// <summary>No date, because what is needed to count it is missing. Nobody may put a guess in its place.</summary>
/// <param name="Reason">What is missing, in words: the years the data covers, the time of day, the council's figure.</param>
public sealed record CannotReckon(string Reason) : Reckoning;
