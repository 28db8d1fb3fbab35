namespace Comity.Protocols.Cases;

/// <summary>An expectation that the answer no longer meets, and what a case that the answer meets would say in its place.</summary>
/// <param name="At">The line that says what was expected.</param>
/// <param name="Was">What it said after <c>expect</c>.</param>
/// <param name="Now">The lines in its place, each without <c>expect</c>; empty when the answer has nothing of the kind any more.</param>
public sealed record CaseLineChange(Location At, string Was, IReadOnlyList<string> Now);
