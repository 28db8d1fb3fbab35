namespace Comity.Protocols.Evaluation;

/// <summary>All the values of a fact that the rules of one act cannot tell apart.</summary>
/// <param name="True">The tests that such a value makes true.</param>
/// <param name="False">The tests that it makes false.</param>
/// <param name="Example">One such value, as the language writes it.</param>
internal readonly record struct FactClass(ulong True, ulong False, string Example);
