using System.Numerics;

namespace Comity.Service.Record;

/// <summary>Proofs of RFC 6962 §2.1.1 and §2.1.2, checked as RFC 9162 §2.1.3.2 and §2.1.4.2 describe.</summary>
public static class MerkleProof
{
    /// <summary>The root over leaf hashes.</summary>
    public static RecordHash Root(ReadOnlySpan<RecordHash> leaves)
    {
        var range = new CompactRange();
        foreach (var leaf in leaves)
        {
            range.Append(leaf);
        }

        return range.Root();
    }

    /// <summary>The path that shows the leaf at <paramref name="index"/> to be in the tree over these leaves.</summary>
    public static IReadOnlyList<RecordHash> Inclusion(ReadOnlySpan<RecordHash> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        var path = new List<RecordHash>();
        while (leaves.Length > 1)
        {
            var split = SplitOf(leaves.Length);
            var isLeft = index < split;
            path.Add(Root(isLeft ? leaves[split..] : leaves[..split]));
            leaves = isLeft ? leaves[..split] : leaves[split..];
            index = isLeft ? index : index - split;
        }

        path.Reverse();
        return path;
    }

    /// <summary>The path that shows the tree over the first <paramref name="oldSize"/> of these leaves to be the beginning of the whole.</summary>
    public static IReadOnlyList<RecordHash> Consistency(ReadOnlySpan<RecordHash> leaves, int oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, leaves.Length);
        var path = new List<RecordHash>();
        if (oldSize == 0 || oldSize == leaves.Length)
        {
            return path;
        }

        // While the old tree is a complete subtree from the left edge, its root is what the reader already holds (RFC 6962 §2.1.2, flag b).
        var isHeld = true;
        while (oldSize != leaves.Length)
        {
            var split = SplitOf(leaves.Length);
            if (oldSize <= split)
            {
                path.Add(Root(leaves[split..]));
                leaves = leaves[..split];
            }
            else
            {
                path.Add(Root(leaves[..split]));
                leaves = leaves[split..];
                oldSize -= split;
                isHeld = false;
            }
        }

        if (!isHeld)
        {
            path.Add(Root(leaves));
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether the path leads from the leaf at this place to the root of a tree of this size.</summary>
    public static bool VerifyInclusion(RecordHash leaf, long index, long size, IReadOnlyList<RecordHash> path, RecordHash root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var step in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.Node(step, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                hash = MerkleHash.Node(hash, step);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether the path shows the old tree to be the beginning of the new one.</summary>
    public static bool VerifyConsistency(long oldSize, RecordHash oldRoot, long newSize, RecordHash newRoot, IReadOnlyList<RecordHash> path)
    {
        if (oldSize < 0 || oldSize > newSize)
        {
            return false;
        }

        if (oldSize == 0)
        {
            return path.Count == 0 && oldRoot == MerkleHash.Empty;
        }

        if (oldSize == newSize)
        {
            return path.Count == 0 && oldRoot == newRoot;
        }

        var isPowerOfTwo = BitOperations.IsPow2(oldSize);
        if (path.Count == 0)
        {
            return false;
        }

        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }

        var old = isPowerOfTwo ? oldRoot : path[0];
        var all = old;
        for (var i = isPowerOfTwo ? 0 : 1; i < path.Count; i++)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                old = MerkleHash.Node(path[i], old);
                all = MerkleHash.Node(path[i], all);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                all = MerkleHash.Node(all, path[i]);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && old == oldRoot && all == newRoot;
    }

    /// <summary>The largest power of two that is smaller than the size.</summary>
    private static int SplitOf(int size) => 1 << BitOperations.Log2((uint)(size - 1));
}
