namespace Comity.Protocols.Vocabularies;

/// <summary>A permitted answer of a fact.</summary>
/// <param name="Name">The value in the language.</param>
/// <param name="Label">The words that people see.</param>
public sealed record FactChoice(string Name, string Label);
