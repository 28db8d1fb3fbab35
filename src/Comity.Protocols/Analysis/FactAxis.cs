namespace Comity.Protocols.Analysis;

/// <summary>A fact with the values that the rules can tell apart, the most ordinary first.</summary>
internal sealed record FactAxis(Fact Fact, AxisValue[] Values);
