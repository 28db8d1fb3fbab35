namespace Comity.Protocols.Vocabularies;

/// <summary>An office or capacity that people hold.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Says">What it is, in a sentence; may be empty.</param>
/// <param name="Is">The roles that everybody in this role also has, as declared.</param>
/// <param name="At">Where it is declared.</param>
public sealed record Role(string Name, string Label, string Says, IReadOnlyList<string> Is, Location At)
{
    /// <summary>True when one person at a time holds it in a council (<c>held by one</c>).</summary>
    public bool IsHeldByOne { get; init; }

    /// <summary>True when nobody holds it until the council has named somebody (<c>appointed</c>).</summary>
    public bool IsAppointed { get; init; }

    /// <summary>True when nobody is it to themselves, as a line manager is always another's (<c>relative</c>).</summary>
    public bool IsRelative { get; init; }

    /// <summary>True when it is not one person but several who act together (<c>body</c>).</summary>
    public bool IsBody { get; init; }

    /// <summary>True when whoever has it is outside the council (<c>outside</c>).</summary>
    public bool IsOutside { get; init; }

    /// <summary>The kinds of council that have it (<c>councils</c>); empty for all.</summary>
    public IReadOnlyList<string> Councils { get; init; } = [];

    /// <summary>The roles that nobody in this one has at the same time (<c>never</c>).</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>The offices that answer to this one, or that nobody holds over somebody in it (<c>above</c>).</summary>
    public IReadOnlyList<string> Above { get; init; } = [];
}
