namespace Comity.Protocols.Cases;

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Decision">The decision, or null when there was no situation to decide.</param>
/// <param name="Failures">The expectations that were not met; empty when it passed.</param>
public sealed record CaseResult(Case Case, Decision? Decision, IReadOnlyList<CaseFailure> Failures)
{
    /// <summary>True when every expectation was met.</summary>
    public bool Passed => Failures.Count == 0;
}
