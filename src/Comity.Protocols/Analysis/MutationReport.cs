namespace Comity.Protocols.Analysis;

/// <summary>What came of changing every rule of a protocol.</summary>
/// <param name="Total">How many changes were tried.</param>
/// <param name="Survivors">The changes that no case noticed.</param>
public sealed record MutationReport(int Total, IReadOnlyList<Mutant> Survivors)
{
    /// <summary>How many changes at least one case noticed.</summary>
    public int Killed => Total - Survivors.Count;
}
