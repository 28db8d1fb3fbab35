using System.Runtime.InteropServices;

namespace Comity.Protocols.Analysis;

/// <summary>
/// What operations on diagrams came to, by their three operands. It forgets: of two whose places coincide the later is kept, and the other is worked out
/// again when it is asked for. That costs less than to keep all of them.
/// </summary>
internal sealed class KnownResults
{
    private const int MostEntries = 1 << 14;

    private Entry[] entries = new Entry[1 << 9];
    private int written;

    public bool TryGet(int one, int other, int third, out int result)
    {
        ref readonly var entry = ref entries[PlaceOf(one, other, third)];
        result = entry.Result;
        return entry.One == one && entry.Other == other && entry.Third == third && entry.IsThere;
    }

    public void Add(int one, int other, int third, int result)
    {
        if (++written > entries.Length && entries.Length < MostEntries)
        {
            Grow();
        }

        entries[PlaceOf(one, other, third)] = new Entry(one, other, third, result, true);
    }

    private void Grow()
    {
        var before = entries;
        entries = new Entry[before.Length * 4];
        foreach (ref readonly var entry in before.AsSpan())
        {
            if (entry.IsThere)
            {
                entries[PlaceOf(entry.One, entry.Other, entry.Third)] = entry;
            }
        }
    }

    // Fibonacci hashing: the multipliers spread operands that lie near each other.
    private int PlaceOf(int one, int other, int third) =>
        (int)(unchecked(((uint)one * 0x9E3779B1u) ^ ((uint)other * 0x85EBCA77u) ^ ((uint)third * 0xC2B2AE3Du)) >> 15)
        & (entries.Length - 1);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int One, int Other, int Third, int Result, bool IsThere);
}
