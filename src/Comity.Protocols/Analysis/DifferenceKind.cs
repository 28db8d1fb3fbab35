namespace Comity.Protocols.Analysis;

/// <summary>In what two answers differ. Of two whose outcomes differ nothing else is listed.</summary>
public enum DifferenceKind
{
    /// <summary>The outcome, or whether a condition is open.</summary>
    Outcome,

    /// <summary>Who deals with it, in which order.</summary>
    Route,

    /// <summary>A condition that one of them makes.</summary>
    Condition,

    /// <summary>A clock that one of them starts.</summary>
    Due,

    /// <summary>A duty that one of them ends.</summary>
    Stop,

    /// <summary>A wall that one of them sets.</summary>
    Wall,

    /// <summary>A register that one of them keeps.</summary>
    Register,

    /// <summary>Something that one of them has sent or shown unasked.</summary>
    Publication,
}
