namespace Comity.Protocols.Evaluation;

/// <summary>Tests that must hold together: those that must be true and those that must be false, one bit each.</summary>
internal readonly record struct Conjunct(ulong MustBeTrue, ulong MustBeFalse)
{
    public bool IsContradiction => (MustBeTrue & MustBeFalse) != 0;

    public ulong Atoms => MustBeTrue | MustBeFalse;

    public Conjunct And(Conjunct other) => new(MustBeTrue | other.MustBeTrue, MustBeFalse | other.MustBeFalse);

    /// <summary>True when every situation that satisfies the other satisfies this one too.</summary>
    public bool Covers(Conjunct other) => (MustBeTrue & ~other.MustBeTrue) == 0 && (MustBeFalse & ~other.MustBeFalse) == 0;
}
