namespace Comity.Protocols.Evaluation;

/// <summary>A rule that overrides others.</summary>
/// <param name="Place">Its place among the rules of the act.</param>
/// <param name="Despite">The rules that it overrides while it is in force.</param>
internal readonly record struct OverridingRule(int Place, ulong Despite);
