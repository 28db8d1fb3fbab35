namespace Comity.Protocols.Explanations;

/// <summary>A presumption on which the answer rests: it holds until somebody says otherwise.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Value">The value that was presumed.</param>
public sealed record UsedPresumption(Fact Fact, string Value);
