using System.Runtime.InteropServices;

namespace Comity.Protocols.Analysis;

/// <summary>
/// Functions of the facts of an act, as decision diagrams: each asks for the facts in one order, and parts that are the same are there once. Two functions are
/// the same where their numbers are. What is independent adds up in them and does not multiply, as it would in a walk through every situation.
/// </summary>
internal sealed class Diagrams
{
    public const int False = 0;
    public const int True = 1;

    private readonly AxisValue[][] axes;

    // By the number of a node: its axis, and where its children begin; for an end the number of axes, and its value.
    private readonly List<(int Axis, int Start)> nodes = [];
    private readonly List<int> children = [];
    private readonly Dictionary<int, int> ends = [];
    private readonly Dictionary<(int, int, int), int> choices = [];
    private readonly Dictionary<int, List<DiagramEnd>> endsOf = [];
    private int[] table = new int[1024];

    public Diagrams(FactSpace space)
    {
        axes = Array.ConvertAll(space.Axes, axis => axis.Values);
        End(0);
        End(1);
    }

    /// <summary>Always the same value.</summary>
    public int End(int value)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, value, out var exists);
        if (!exists)
        {
            node = nodes.Count;
            nodes.Add((axes.Length, value));
        }

        return node;
    }

    /// <summary>True where each fact has a value that is allowed.</summary>
    public int All(Func<AxisValue, bool> isAllowed)
    {
        var node = True;
        for (var axis = axes.Length - 1; axis >= 0; axis--)
        {
            node = On(axis, value => isAllowed(value) ? node : False);
        }

        return node;
    }

    /// <summary>The function that the value of one fact leads to; of facts before it none may depend on any.</summary>
    public int On(int axis, Func<AxisValue, int> next)
    {
        var values = axes[axis];
        Span<int> found = values.Length <= 64 ? stackalloc int[values.Length] : new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            found[i] = next(values[i]);
        }

        return Node(axis, found);
    }

    public int Not(int node) => Choose(node, False, True);

    public int And(int one, int other) => Choose(one, other, False);

    public int Or(int one, int other) => Choose(one, True, other);

    /// <summary>One function where a condition is true, and another where it is not.</summary>
    public int Choose(int condition, int yes, int no)
    {
        if (condition == True || yes == no)
        {
            return yes;
        }

        if (condition == False)
        {
            return no;
        }

        if (yes == True && no == False)
        {
            return condition;
        }

        if (choices.TryGetValue((condition, yes, no), out var known))
        {
            return known;
        }

        var axis = Math.Min(nodes[condition].Axis, Math.Min(nodes[yes].Axis, nodes[no].Axis));
        var size = axes[axis].Length;
        Span<int> found = size <= 64 ? stackalloc int[size] : new int[size];
        for (var i = 0; i < size; i++)
        {
            found[i] = Choose(Child(condition, axis, i), Child(yes, axis, i), Child(no, axis, i));
        }

        return choices[(condition, yes, no)] = Node(axis, found);
    }

    /// <summary>The function whose value follows from the values of two others.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The second.</param>
    /// <param name="join">What two values come to.</param>
    /// <param name="known">What has been worked out of this joining already.</param>
    public int Join(int one, int other, Func<int, int, int> join, Dictionary<(int, int), int> known)
    {
        if (known.TryGetValue((one, other), out var found))
        {
            return found;
        }

        var axis = Math.Min(nodes[one].Axis, nodes[other].Axis);
        if (axis == axes.Length)
        {
            return known[(one, other)] = End(join(nodes[one].Start, nodes[other].Start));
        }

        var size = axes[axis].Length;
        Span<int> next = size <= 64 ? stackalloc int[size] : new int[size];
        for (var i = 0; i < size; i++)
        {
            next[i] = Join(Child(one, axis, i), Child(other, axis, i), join, known);
        }

        return known[(one, other)] = Node(axis, next);
    }

    /// <summary>For each value to which a function comes: how many situations lead to it, and the most ordinary of them.</summary>
    /// <param name="root">The function.</param>
    /// <param name="size">How many situations there are.</param>
    public IReadOnlyList<DiagramEnd> EndsOf(int root, long size)
    {
        if (endsOf.TryGetValue(root, out var known))
        {
            return known;
        }

        // Every node was made after those to which it leads, so that from the highest number down each comes before its children.
        var order = Reachable(root);
        var paths = new Path[root + 1];
        paths[root] = new Path(size, 0, -1, -1);
        var found = new List<DiagramEnd>();
        foreach (var node in order)
        {
            var here = paths[node];
            var (axis, start) = nodes[node];
            if (axis == axes.Length)
            {
                found.Add(new DiagramEnd(start, here.Count, here.Cost, PathTo(node, paths)));
                continue;
            }

            var values = axes[axis];
            for (var i = 0; i < values.Length; i++)
            {
                ref var there = ref paths[children[start + i]];
                there.Count += here.Count / values.Length;
                if (there.From == 0 || here.Cost + values[i].Cost < there.Cost)
                {
                    (there.Cost, there.From, there.Value) = (here.Cost + values[i].Cost, node, i);
                }
            }
        }

        return endsOf[root] = found;
    }

    private List<int> Reachable(int root)
    {
        var seen = new bool[root + 1];
        var found = new List<int> { root };
        seen[root] = true;
        for (var i = 0; i < found.Count; i++)
        {
            var (axis, start) = nodes[found[i]];
            for (var child = 0; axis < axes.Length && child < axes[axis].Length; child++)
            {
                ref var isSeen = ref seen[children[start + child]];
                if (!isSeen)
                {
                    isSeen = true;
                    found.Add(children[start + child]);
                }
            }
        }

        found.Sort((one, other) => other.CompareTo(one));
        return found;
    }

    /// <summary>The value for these values of the facts; for a fact that was left open the most ordinary.</summary>
    public int ValueAt(int node, int[] values)
    {
        while (nodes[node].Axis < axes.Length)
        {
            node = children[nodes[node].Start + Math.Max(0, values[nodes[node].Axis])];
        }

        return nodes[node].Start;
    }

    private int[] PathTo(int node, Path[] paths)
    {
        var values = new int[axes.Length];
        Array.Fill(values, -1);
        for (var step = paths[node]; step.From > 0; step = paths[step.From])
        {
            values[nodes[step.From].Axis] = step.Value;
        }

        return values;
    }

    private int Child(int node, int axis, int value) => nodes[node].Axis == axis ? children[nodes[node].Start + value] : node;

    private int Node(int axis, ReadOnlySpan<int> next)
    {
        if (!next.ContainsAnyExcept(next[0]))
        {
            return next[0];
        }

        var hash = new HashCode();
        hash.Add(axis);
        hash.AddBytes(MemoryMarshal.AsBytes(next));
        var code = hash.ToHashCode();
        for (var place = code & (table.Length - 1); ; place = (place + 1) & (table.Length - 1))
        {
            var known = table[place] - 1;
            if (known < 0)
            {
                table[place] = nodes.Count + 1;
                break;
            }

            if (nodes[known].Axis == axis && next.SequenceEqual(CollectionsMarshal.AsSpan(children).Slice(nodes[known].Start, next.Length)))
            {
                return known;
            }
        }

        nodes.Add((axis, children.Count));
        children.AddRange(next);
        if (nodes.Count * 2 > table.Length)
        {
            Grow();
        }

        return nodes.Count - 1;
    }

    private void Grow()
    {
        table = new int[table.Length * 4];
        for (var node = 0; node < nodes.Count; node++)
        {
            var (axis, start) = nodes[node];
            if (axis == axes.Length)
            {
                continue;
            }

            var hash = new HashCode();
            hash.Add(axis);
            hash.AddBytes(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(children).Slice(start, axes[axis].Length)));
            var place = hash.ToHashCode() & (table.Length - 1);
            while (table[place] != 0)
            {
                place = (place + 1) & (table.Length - 1);
            }

            table[place] = node + 1;
        }
    }

    // The most ordinary way to a node: from which it comes, and by which value; 0, which leads nowhere, while there is none, and -1 where it begins.
    private struct Path(long count, int cost, int from, int value)
    {
        public long Count = count;
        public int Cost = cost;
        public int From = from;
        public int Value = value;
    }
}
