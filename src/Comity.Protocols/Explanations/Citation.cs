namespace Comity.Protocols.Explanations;

/// <summary>Where an answer comes from.</summary>
public sealed class Citation : IEquatable<Citation>
{
    internal Citation(Norm norm)
    {
        Norm = norm.Id;
        Clause = norm.Clause.Number;
        LastingId = norm.Clause.LastingId;
        Heading = norm.Clause.Heading;
        Words = norm.Clause.Prose;
        Layer = norm.Layer;
        Strength = norm.Strength;
        Sources = norm.Sources;
        Unverified = norm.Unverified;
    }

    /// <summary>The id of the norm.</summary>
    public string Norm { get; }

    /// <summary>The number of the clause.</summary>
    public string Clause { get; }

    /// <summary>The clause's id that survives renumbering.</summary>
    public string LastingId { get; }

    /// <summary>The heading of the clause; may be empty.</summary>
    public string Heading { get; }

    /// <summary>The statement of the clause.</summary>
    public string Words { get; }

    /// <summary>The layer: an arrangement is the council's choice and a safeguard is Comity's, and neither is cited as protocol.</summary>
    public Layer Layer { get; }

    /// <summary>The strongest word that the norm uses.</summary>
    public Strength Strength { get; }

    /// <summary>Where the norm is taken from; empty when its file does not say.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>What in the norm has not been compared with the source; empty when there is nothing of the kind.</summary>
    public IReadOnlyList<string> Unverified { get; }

    /// <summary>Two citations of one norm are equal.</summary>
    public bool Equals(Citation? other) => other is not null && other.Norm == Norm;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Citation);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Norm);

    /// <summary>The id of the norm.</summary>
    public override string ToString() => Norm;
}
