namespace Comity.Protocols.Explanations;

/// <summary>Guidance for the person acting.</summary>
/// <param name="Text">The guidance.</param>
/// <param name="Citation">The norm that gives it.</param>
public sealed record Guidance(string Text, Citation Citation);
