using Comity.Protocols.Cases;

namespace Comity.Protocols.Analysis;

/// <summary>How far a norm is covered.</summary>
/// <param name="Id">The id of the norm.</param>
/// <param name="Norm">The norm, or null when it was expected and the protocol does not have it.</param>
/// <param name="Cases">The cases that carry its id.</param>
public sealed record NormCoverage(string Id, Norm? Norm, IReadOnlyList<Case> Cases)
{
    /// <summary>True when the protocol has a rule for it.</summary>
    public bool IsPresent => Norm is not null;

    /// <summary>True when it does more than guide.</summary>
    public bool IsActionable => Norm?.IsActionable == true;

    /// <summary>True when it is there and, if it does more than guide, at least one case shows it.</summary>
    public bool IsCovered => IsPresent && (!IsActionable || Cases.Count > 0);
}
