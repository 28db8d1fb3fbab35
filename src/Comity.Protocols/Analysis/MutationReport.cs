namespace Comity.Protocols.Analysis;

/// <summary>What came of changing every rule of a protocol.</summary>
/// <param name="Total">How many changes were tried that change an answer.</param>
/// <param name="Survivors">The changes that no case noticed, each with a situation that a case could ask.</param>
/// <param name="Alike">The changes that change no answer in any situation, as was proved; they count neither way.</param>
public sealed record MutationReport(int Total, IReadOnlyList<Mutant> Survivors, IReadOnlyList<Mutant> Alike)
{
    /// <summary>How many changes at least one case noticed.</summary>
    public int Killed => Total - Survivors.Count;
}
