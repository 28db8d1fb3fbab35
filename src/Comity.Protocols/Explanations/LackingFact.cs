namespace Comity.Protocols.Explanations;

/// <summary>A fact that would have to be otherwise, or to be known.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Needed">What it would have to be, in the words of the language: <c>specific-delegation</c>, <c>not urgent</c>, <c>venue is media-present</c>.</param>
/// <param name="IsUnknown">True when it is simply not known; false when it is known to be otherwise.</param>
public sealed record LackingFact(Fact Fact, string Needed, bool IsUnknown);
