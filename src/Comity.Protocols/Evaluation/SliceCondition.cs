namespace Comity.Protocols.Evaluation;

/// <summary>A condition that one or more rules of an act make; equal ones are one.</summary>
internal sealed record SliceCondition(string Text, RequirementKind? Kind, Who? Who, string? Fact, ulong MetBit, ulong Rules);
