namespace Comity.Protocols;

/// <summary>What a protocol says about a situation.</summary>
public enum Outcome
{
    /// <summary>The rules that could be found do not add up to an answer: a person has to look. Never a decision.</summary>
    CannotTell,

    /// <summary>It may be done.</summary>
    Permitted,

    /// <summary>It may be done on conditions; the decision says which are met and which are open.</summary>
    PermittedOnCondition,

    /// <summary>It should not be done. A person may go on with a recorded reason.</summary>
    ShouldNot,

    /// <summary>It must not be done. Final.</summary>
    Forbidden,

    /// <summary>Somebody deals with it; the decision says who, and who comes next.</summary>
    Referred,

    /// <summary>The protocol does not say.</summary>
    Silent,

    /// <summary>Facts are missing that would change the answer; the decision says what to ask next.</summary>
    NeedsFacts,
}
