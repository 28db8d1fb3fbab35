namespace Comity.Protocols.Analysis;

/// <summary>The ways in which a rule is changed to see whether a case notices.</summary>
public enum MutationKind
{
    /// <summary>The rule is taken away.</summary>
    Removed,

    /// <summary>A threshold is one higher or one lower.</summary>
    Threshold,

    /// <summary>An <c>and</c> is an <c>or</c>, or the other way round.</summary>
    AndOr,

    /// <summary>The parentheses around an <c>and</c> or an <c>or</c> within the other are moved by one.</summary>
    Regrouped,

    /// <summary>A test in a condition says the opposite.</summary>
    Negated,

    /// <summary>One of several effects is taken away.</summary>
    Effect,

    /// <summary>What it permits it forbids, what it hides it shows, or the other way round.</summary>
    Polarity,

    /// <summary>It speaks of people in another role.</summary>
    Role,

    /// <summary>An <c>unless</c>, <c>despite</c> or <c>provided</c> is taken away.</summary>
    Exception,

    /// <summary>A clock runs one unit longer.</summary>
    ClockNumber,

    /// <summary>A step of a route goes to somebody else.</summary>
    RouteTarget,
}
