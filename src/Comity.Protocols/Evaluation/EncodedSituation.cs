namespace Comity.Protocols.Evaluation;

/// <summary>A situation as bits, ready to be evaluated any number of times; made by <see cref="Protocol.Encode(Situation)"/>.</summary>
public readonly record struct EncodedSituation
{
    internal EncodedSituation(Slice? slice, ulong candidates, ulong yes, ulong no, ulong presumed, int stage)
    {
        Slice = slice;
        Candidates = candidates;
        True = yes;
        False = no;
        Presumed = presumed;
        Stage = stage;
    }

    // Null for an act of which no rule speaks.
    internal Slice? Slice { get; }

    // The rules whose roles fit.
    internal ulong Candidates { get; }

    // The tests that are known to hold, and those that are known not to; presumptions are among them.
    internal ulong True { get; }

    internal ulong False { get; }

    // The tests that are known only by presumption.
    internal ulong Presumed { get; }

    // The stage that has been tried; -1 for none, -2 for one that no route of the protocol has.
    internal int Stage { get; }

    /// <summary>Two situations with one encoding get one answer.</summary>
    public bool Equals(EncodedSituation other) => IsSameAs(in other);

    internal bool IsSameAs(in EncodedSituation other) =>
        ReferenceEquals(Slice, other.Slice)
        && Candidates == other.Candidates
        && True == other.True
        && False == other.False
        && Presumed == other.Presumed
        && Stage == other.Stage;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Multiplying by odd constants (splitmix64) spreads neighbouring masks; it is cheaper than hashing each field by itself.
        unchecked
        {
            var mixed =
                (True * 0x9E3779B97F4A7C15) ^ (False * 0xBF58476D1CE4E5B9) ^ (Candidates * 0x94D049BB133111EB) ^ (Presumed + (ulong)Stage);
            return (int)(mixed ^ (mixed >> 32));
        }
    }
}
