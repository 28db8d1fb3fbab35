namespace Comity.Protocols.Calendars.Ledger;

/// <summary>What a governing source may let happen to a running clock.</summary>
public enum AllowanceKind
{
    /// <summary>Days may be left out.</summary>
    Pause,

    /// <summary>The due date may be moved on.</summary>
    Extension,

    /// <summary>The clock may begin again when something that was asked for arrives.</summary>
    Restart,
}
