namespace Comity.Protocols.Calendars.Ledger;

/// <summary>How a clock stands.</summary>
public enum LedgerState
{
    /// <summary>It runs, and the duty is owed by the due date.</summary>
    Running,

    /// <summary>Days are being left out; there is no due date until the pause is over.</summary>
    Paused,

    /// <summary>More has been asked for; there is no due date until it arrives and the clock begins again.</summary>
    AwaitingInformation,

    /// <summary>The duty is done or no longer owed.</summary>
    Stopped,

    /// <summary>The duty is owed and has no number: promptly, or in advance.</summary>
    Undated,

    /// <summary>The date cannot be counted, and the reason is said.</summary>
    CannotReckon,
}
