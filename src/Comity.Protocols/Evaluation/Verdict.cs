namespace Comity.Protocols.Evaluation;

/// <summary>The bare answer, without words: what the hot path gives.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="InForce">One bit for each rule in force, overridden ones among them, in the order of <see cref="Protocol.RulesOn(string)"/>.</param>
/// <param name="Overridden">The rules in force that another rule in force overrides.</param>
/// <param name="Undecided">The rules whose conditions depend on facts that are not known.</param>
public readonly record struct Verdict(Outcome Outcome, ulong InForce, ulong Overridden, ulong Undecided);
