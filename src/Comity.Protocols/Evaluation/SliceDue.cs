namespace Comity.Protocols.Evaluation;

/// <summary>A clock that one or more rules of an act start; equal ones are one.</summary>
internal sealed record SliceDue(string Duty, ClockExpression Clock, bool IsArrangement, ulong Rules);
