namespace Comity.Protocols.Cases;

/// <summary>An expectation that was not met.</summary>
/// <param name="Case">The case.</param>
/// <param name="At">The line that says what was expected.</param>
/// <param name="Expected">What was expected, in words.</param>
/// <param name="Got">What came instead, in words.</param>
public sealed record CaseFailure(Case Case, Location At, string Expected, string Got)
{
    /// <summary>The failure on one line, with the file and the line of the expectation.</summary>
    public override string ToString() => FormattableString.Invariant($"{At.Path}:{At.Line}: {Case.Norm}: expected {Expected}, got {Got}");
}
