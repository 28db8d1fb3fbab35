namespace Comity.Protocols.Analysis;

/// <summary>
/// Compares two protocols, or two versions of one, by the situations in which their answers differ: exactly, over every situation that the rules of
/// either can tell apart.
/// </summary>
public static class ProtocolDiff
{
    /// <summary>Compares two compiled protocols.</summary>
    /// <param name="one">The first, with its layers.</param>
    /// <param name="other">The second, with its layers, in the same vocabulary.</param>
    /// <param name="act">The act to compare, or null for every act of which either speaks.</param>
    /// <returns>The differences by act in alphabetical order, for each act the most ordinary first.</returns>
    /// <exception cref="ArgumentException">The two were read with different vocabularies.</exception>
    public static IReadOnlyList<Difference> Compare(Protocol one, Protocol other, string? act = null)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(one.Vocabulary, other.Vocabulary))
        {
            throw new ArgumentException("the two protocols were read with different vocabularies", nameof(other));
        }

        var acts = one
            .Acts.Union(other.Acts, StringComparer.Ordinal)
            .Where(name => act is null || name == act)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var found = new IReadOnlyList<Difference>[acts.Length];
        // What is answered about one act does not hang on another: they are compared beside one another.
        Parallel.For(
            0,
            acts.Length,
            place => found[place] = [.. ActComparison.Compare(one.Vocabulary, one.SliceOf(acts[place]), other.SliceOf(acts[place]))]
        );
        return [.. found.SelectMany(differences => differences)];
    }
}
