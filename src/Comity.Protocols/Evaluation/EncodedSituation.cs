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
}
