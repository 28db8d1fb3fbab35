namespace Comity.Protocols.Analysis;

/// <summary>Values of a fact that the rules of one act, in one or two protocols, cannot tell apart.</summary>
/// <param name="Stated">One of them as the language writes it, or null when the situation leaves the fact out.</param>
/// <param name="Cost">How far it is from an ordinary situation.</param>
/// <param name="One">The tests of the first protocol that it makes true and false.</param>
/// <param name="Other">The same of the second; nothing when there is none.</param>
internal readonly record struct AxisValue(string? Stated, int Cost, AxisMasks One, AxisMasks Other)
{
    /// <summary>The cost of a fact that somebody has to state.</summary>
    public const int OfStating = 1;

    /// <summary>The cost of a fact that is against what is presumed, or of a person in two roles at once.</summary>
    public const int OfUnusual = 1000;
}
