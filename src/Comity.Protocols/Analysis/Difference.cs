namespace Comity.Protocols.Analysis;

/// <summary>A way in which two protocols answer differently, with the most ordinary situation that shows it.</summary>
/// <param name="Act">The act.</param>
/// <param name="Kind">In what the answers differ.</param>
/// <param name="What">What only one of them has, in the words of the language; empty for an outcome or a route.</param>
/// <param name="OnlyOne">True when it is the first that has it.</param>
/// <param name="Situation">The most ordinary situation; both protocols decide it without a further question.</param>
/// <param name="Count">How many situations differ in this way, as far as the rules of the two can tell situations apart.</param>
/// <param name="Unusual">How many things in the situation are out of the ordinary: facts against what is presumed, people in two roles at once.</param>
public sealed record Difference(string Act, DifferenceKind Kind, string What, bool OnlyOne, Situation Situation, long Count, int Unusual);
