namespace Comity.Protocols.Explanations;

/// <summary>Something that is kept in a register.</summary>
/// <param name="Name">What is kept.</param>
/// <param name="Citations">The norms that say so.</param>
public sealed record KeptRegister(string Name, IReadOnlyList<Citation> Citations);
