namespace Comity.Protocols.Analysis;

/// <summary>A value to which a function of the facts comes.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">In how many situations.</param>
/// <param name="Cost">How far the most ordinary of them is from ordinary.</param>
/// <param name="Chosen">That one: for each fact the value, or -1 where it does not matter.</param>
internal sealed record DiagramEnd(int Value, long Count, int Cost, int[] Chosen);
