namespace Comity.Protocols.Calendars;

/// <summary>A part of the United Kingdom with bank holidays of its own under the Banking and Financial Dealings Act 1971.</summary>
/// <remarks>England and Wales share one list, so they are one value here: a Welsh council and an English one count alike.</remarks>
public enum Nation
{
    /// <summary>England, and Wales.</summary>
    EnglandAndWales,

    /// <summary>Scotland. Local holidays, which differ from council to council, are closure days, not bank holidays.</summary>
    Scotland,

    /// <summary>Northern Ireland.</summary>
    NorthernIreland,
}
