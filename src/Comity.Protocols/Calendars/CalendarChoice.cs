namespace Comity.Protocols.Calendars;

/// <summary>Which calendar a rule's clock counts by, as the protocol language says it.</summary>
public enum CalendarChoice
{
    /// <summary>Nothing said: the council's own nation's, less its closure days where it has any.</summary>
    Council,

    /// <summary><c>by foi calendar</c>: a bank holiday in any part of the United Kingdom does not count.</summary>
    Foi,

    /// <summary><c>by foisa calendar</c>: Scotland's bank holidays alone, whatever the council's closure days.</summary>
    Foisa,
}
