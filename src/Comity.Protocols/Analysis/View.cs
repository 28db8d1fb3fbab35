using System.Numerics;

namespace Comity.Protocols.Analysis;

/// <summary>What the rules of one act say while not every fact is known: which are sure to have effect, and which may have.</summary>
internal readonly struct View
{
    public View(Slice slice, ulong candidates, ulong yes, ulong no, int stage)
    {
        Slice = slice;
        True = yes;
        False = no;
        Stage = stage;
        slice.States(candidates, yes, no, out var inForce, out var maybe);
        InForce = inForce;
        Maybe = maybe;
        Sure = inForce & ~TargetsOf(slice, inForce | maybe);
        Possible = (inForce | maybe) & ~TargetsOf(slice, inForce);
    }

    /// <summary>The stage when nothing has been said of it yet, and when it has been said that none was tried.</summary>
    public const int StageOpen = -3;
    public const int NoStage = -1;

    public Slice Slice { get; }

    public ulong True { get; }

    public ulong False { get; }

    public int Stage { get; }

    /// <summary>The rules in force, overridden ones among them.</summary>
    public ulong InForce { get; }

    /// <summary>The rules whose conditions depend on facts that are open.</summary>
    public ulong Maybe { get; }

    /// <summary>The rules that have effect whatever the open facts are: in force, and nothing that may be in force overrides them.</summary>
    public ulong Sure { get; }

    /// <summary>The rules that have effect for some answer to the open facts, and perhaps a few more.</summary>
    public ulong Possible { get; }

    /// <summary>A rule that has to be settled before it is known which of these have effect; 0 when that is known.</summary>
    public ulong Next(ulong rules)
    {
        var open = Possible & ~Sure & rules;
        if (open == 0)
        {
            return 0;
        }

        var first = 1UL << BitOperations.TrailingZeroCount(open);
        if ((Maybe & first) != 0)
        {
            return first;
        }

        // In force itself, so that it hangs on one that may override it.
        foreach (ref readonly var rule in Slice.Overriding.AsSpan())
        {
            if ((rule.Despite & first) != 0 && (Maybe & (1UL << rule.Place)) != 0)
            {
                return 1UL << rule.Place;
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }

    private static ulong TargetsOf(Slice slice, ulong rules)
    {
        ulong targets = 0;
        foreach (ref readonly var rule in slice.Overriding.AsSpan())
        {
            targets |= (rules & (1UL << rule.Place)) != 0 ? rule.Despite : 0;
        }

        return targets;
    }
}
