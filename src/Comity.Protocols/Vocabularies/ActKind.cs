namespace Comity.Protocols.Vocabularies;

/// <summary>What the analysis of a protocol must know of an act.</summary>
public enum ActKind
{
    /// <summary>Nothing.</summary>
    Any,

    /// <summary>Somebody complains about somebody: there has to be a person, not a party to it, who deals with it.</summary>
    Concern,

    /// <summary>Somebody deals with a concern: never one's own.</summary>
    Handling,

    /// <summary>What comes of a concern: it is settled, or leads to action against somebody.</summary>
    Settling,
}
