namespace Comity.Protocols.Cases;

/// <summary>What a case can expect of an answer.</summary>
public enum ExpectationKind
{
    /// <summary>The outcome.</summary>
    Outcome,

    /// <summary>A clause or norm is among those that decide.</summary>
    Cites,

    /// <summary>A clause or norm is not among those that decide.</summary>
    NotCites,

    /// <summary>A norm is overridden.</summary>
    Overridden,

    /// <summary>A duty is owed, by a date or in the words of its clock.</summary>
    Due,

    /// <summary>A duty is not owed.</summary>
    NoDue,

    /// <summary>A duty is stopped.</summary>
    Stop,

    /// <summary>A condition is open.</summary>
    Open,

    /// <summary>A condition is met.</summary>
    Met,

    /// <summary>The steps of the route, all of them and in order.</summary>
    Route,

    /// <summary>A part of the matter may or may not be seen by somebody.</summary>
    Wall,

    /// <summary>Something is kept in a register.</summary>
    Register,

    /// <summary>Something is sent unasked.</summary>
    Publish,

    /// <summary>A norm's guidance is shown.</summary>
    Shows,

    /// <summary>A norm may be cited as the ground of a concern.</summary>
    Ground,

    /// <summary>Another act is offered.</summary>
    Instead,

    /// <summary>A noted silence is the answer.</summary>
    Gap,

    /// <summary>A fact is asked for, and before all others when it decides the answer.</summary>
    Asks,

    /// <summary>A presumption is used.</summary>
    Presumes,
}
