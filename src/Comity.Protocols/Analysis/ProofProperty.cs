namespace Comity.Protocols.Analysis;

/// <summary>What is proved of a protocol.</summary>
public enum ProofProperty
{
    /// <summary>Every concern ends with somebody who is not a party to it, whoever raises it about whom.</summary>
    ConcernsReachSomebodyElse,

    /// <summary>Nobody decides about themselves, what they raised, or where they have declared a relationship.</summary>
    NobodyDecidesAboutThemselves,

    /// <summary>No two rules contradict each other without a word on which prevails.</summary>
    ContradictionsAreSettled,

    /// <summary>No required approval, consent or signature is left to nobody.</summary>
    ApprovalsHaveSomebody,

    /// <summary>Every clock runs from something that can be known, for a time that somebody has stated.</summary>
    ClocksHaveAnAnchor,

    /// <summary>Whoever a concern is about does not see it until somebody decides so.</summary>
    WallsExcludeTheSubject,
}
