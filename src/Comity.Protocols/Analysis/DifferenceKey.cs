namespace Comity.Protocols.Analysis;

/// <summary>What makes two differences one: the two outcomes, the two routes, or the element that one of them lacks; and of outcomes the rule that is to be shown.</summary>
/// <param name="Kind">In what the answers differ.</param>
/// <param name="One">What the first has: an outcome, a route or an element; empty for none.</param>
/// <param name="Other">What the second has.</param>
internal readonly record struct DifferenceKey(DifferenceKind Kind, string One, string Other);
