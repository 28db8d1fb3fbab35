namespace Comity.Protocols.Analysis;

/// <summary>What a value of a fact means to the rules of one act.</summary>
/// <param name="True">The tests that it makes true.</param>
/// <param name="False">The tests that it makes false.</param>
/// <param name="Stage">The index of the stage that was tried, -1 for none; for the fact that says so, and <see cref="View.StageOpen"/> for every other.</param>
internal readonly record struct AxisMasks(ulong True, ulong False, int Stage);
