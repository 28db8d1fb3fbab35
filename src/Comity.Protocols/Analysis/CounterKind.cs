namespace Comity.Protocols.Analysis;

/// <summary>In what way a property fails, or what was noticed beside it.</summary>
public enum CounterKind
{
    /// <summary>No step is written at all.</summary>
    NoRoute,

    /// <summary>A rule forbids raising it.</summary>
    Forbidden,

    /// <summary>The last step goes to a party.</summary>
    EndsWithParty,

    /// <summary>The last step goes to an office that nobody holds.</summary>
    EndsWithNobody,

    /// <summary>A step before the last goes to a party or to nobody, and the route goes on without it.</summary>
    StepFallsAway,

    /// <summary>The route ends with the complainant's own managers, who have no say over the person it is about.</summary>
    EndsOnOwnSide,

    /// <summary>What comes after the last step is not written.</summary>
    NothingAfter,

    /// <summary>The protocol's own file notes a silence about concerns.</summary>
    NotedSilence,

    /// <summary>The protocol's own file notes a drafting fault in what it says about concerns.</summary>
    NotedFault,

    /// <summary>No step has a time limit.</summary>
    NoTimeLimit,

    /// <summary>Somebody would decide their own case.</summary>
    DecidesOwnCase,

    /// <summary>Two rules contradict each other.</summary>
    Contradiction,

    /// <summary>Whose approval is needed is the person who asks for it, or nobody.</summary>
    ApprovalByNobody,

    /// <summary>The council has to state a figure.</summary>
    NeedsFigure,

    /// <summary>The subject may see the matter.</summary>
    SubjectSees,
}
