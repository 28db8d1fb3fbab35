namespace Comity.Protocols.Evaluation;

/// <summary>A condition that one or more rules of an act make; equal ones are one.</summary>
internal sealed record SliceCondition(string Text, RequirementKind? Kind, Who? Who, string? Fact, ulong MetBit, ulong Rules);

/// <summary>A clock that one or more rules of an act start; equal ones are one.</summary>
internal sealed record SliceDue(string Duty, ClockExpression Clock, bool IsArrangement, ulong Rules);

/// <summary>A step of a route; equal ones are one.</summary>
/// <param name="Who">Who deals with it.</param>
/// <param name="Stage">The index of its stage.</param>
/// <param name="After">The index of the stage after which it comes, or -1.</param>
/// <param name="IsArrangement">True when it is the council's own choice.</param>
/// <param name="Rules">The rules that give it.</param>
internal sealed record SliceStep(Who Who, int Stage, int After, bool IsArrangement, ulong Rules);
