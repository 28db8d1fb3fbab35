namespace Comity.Protocols.Explanations;

/// <summary>
/// The explanations that have been given about one act, by what the rules can tell apart. It only grows; reading takes no lock. Open addressing
/// (Knuth, The Art of Computer Programming 3, section 6.4, algorithm L): a look reads one or two neighbouring places.
/// </summary>
internal sealed class ExplanationTable
{
    private readonly Lock adding = new();

    // Its length is a power of two, and never more than half of it is taken, so that every search ends.
    private Entry?[] entries = new Entry?[16];
    private int count;

    /// <summary>The explanation of a situation and the noted silence that it meets, or null when none has been given.</summary>
    public DecisionParts? Find(in EncodedSituation situation, Gap? gap)
    {
        var table = Volatile.Read(ref entries);
        var last = table.Length - 1;
        for (var i = situation.GetHashCode() & last; table[i] is { } entry; i = (i + 1) & last)
        {
            if (entry.Is(in situation, gap))
            {
                return entry.Parts;
            }
        }

        return null;
    }

    /// <summary>Keeps an explanation. False when another thread has kept one for the same situation already.</summary>
    public bool Add(in EncodedSituation situation, Gap? gap, DecisionParts parts)
    {
        lock (adding)
        {
            if (Find(in situation, gap) is not null)
            {
                return false;
            }

            count++;
            if (count * 2 > entries.Length)
            {
                var grown = new Entry?[entries.Length * 2];
                foreach (var entry in entries)
                {
                    if (entry is not null)
                    {
                        Place(grown, entry);
                    }
                }

                Volatile.Write(ref entries, grown);
            }

            Place(entries, new Entry(situation, gap, parts));
            return true;
        }
    }

    private static void Place(Entry?[] table, Entry entry)
    {
        var i = entry.Hash & (table.Length - 1);
        while (table[i] is not null)
        {
            i = (i + 1) & (table.Length - 1);
        }

        Volatile.Write(ref table[i], entry);
    }

    private sealed class Entry(EncodedSituation situation, Gap? gap, DecisionParts parts)
    {
        private readonly EncodedSituation situation = situation;

        public int Hash => situation.GetHashCode();

        public DecisionParts Parts { get; } = parts;

        // A silence is compared by its place in the text, not line by line.
        public bool Is(in EncodedSituation other, Gap? otherGap) => situation.IsSameAs(in other) && ReferenceEquals(gap, otherGap);
    }
}
