namespace Comity.Protocols.Calendars;

/// <summary>A duty that is owed without a date.</summary>
/// <param name="Words">The clock's own words: <c>promptly after</c>, <c>before</c>.</param>
public sealed record NoDate(string Words) : Reckoning;
