namespace Comity.Protocols.Routes;

/// <summary>Why a holder is passed over.</summary>
public enum PassOverReason
{
    /// <summary>The matter is about them.</summary>
    IsSubject,

    /// <summary>They act in it, or raised it.</summary>
    IsActor,

    /// <summary>They have declared a relationship with somebody whom it concerns.</summary>
    HasDeclaredRelationship,
}
