namespace Comity.Protocols.Explanations;

/// <summary>A norm that is not in force and would be if little were otherwise.</summary>
/// <param name="Citation">The norm.</param>
/// <param name="Lacking">What would bring it in force.</param>
public sealed record NearMiss(Citation Citation, IReadOnlyList<LackingFact> Lacking);
