namespace Comity.Protocols.Evaluation;

/// <summary>A step of a route; equal ones are one.</summary>
/// <param name="Who">Who deals with it.</param>
/// <param name="Stage">The index of its stage.</param>
/// <param name="After">The index of the stage after which it comes, or -1.</param>
/// <param name="IsArrangement">True when it is the council's own choice.</param>
/// <param name="Rules">The rules that give it.</param>
internal sealed record SliceStep(Who Who, int Stage, int After, bool IsArrangement, ulong Rules);
