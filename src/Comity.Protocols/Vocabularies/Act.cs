namespace Comity.Protocols.Vocabularies;

/// <summary>Something that people do and that a protocol may speak about.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Says">What it is, in a sentence; may be empty.</param>
/// <param name="Words">Other words by which people look for it.</param>
/// <param name="At">Where it is declared.</param>
public sealed record Act(string Name, string Label, string Says, IReadOnlyList<string> Words, Location At)
{
    /// <summary>What the analysis must know of it.</summary>
    public ActKind Kind { get; init; }

    /// <summary>The roles of which somebody who does it has one; empty for anybody.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The roles of which whoever it is about has one; empty for anybody.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    // The place in the vocabulary's order.
    internal int Index { get; init; }
}
