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
    private readonly KnownResults known = new();
    private readonly Dictionary<int, List<DiagramEnd>> endsOf = [];
    private int joinings;
    private int[] table = new int[1024];

    // Of a walk from a root to its ends, by the number of a node: the walk that met it last, and how that came to it. Kept, because most walks meet few nodes of many.
    private int walk;
    private int[] seen = [];
    private Path[] paths = [];

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

        if (known.TryGet(condition, yes, no, out var chosen))
        {
            return chosen;
        }

        var axis = Math.Min(nodes[condition].Axis, Math.Min(nodes[yes].Axis, nodes[no].Axis));
        var size = axes[axis].Length;
        Span<int> found = size <= 64 ? stackalloc int[size] : new int[size];
        for (var i = 0; i < size; i++)
        {
            found[i] = Choose(Child(condition, axis, i), Child(yes, axis, i), Child(no, axis, i));
        }

        chosen = Node(axis, found);
        known.Add(condition, yes, no, chosen);
        return chosen;
    }

    /// <summary>A way to join two functions; to be asked for once, because what it came to is remembered.</summary>
    /// <param name="of">What two values come to: always the same of the same two.</param>
    public Joining JoiningBy(Func<int, int, int> of) => new(of, --joinings);

    /// <summary>The function whose value follows from the values of two others.</summary>
    public int Join(int one, int other, in Joining joining)
    {
        if (known.TryGet(one, other, joining.Number, out var joined))
        {
            return joined;
        }

        var axis = Math.Min(nodes[one].Axis, nodes[other].Axis);
        if (axis == axes.Length)
        {
            return End(joining.Of(nodes[one].Start, nodes[other].Start));
        }

        var size = axes[axis].Length;
        Span<int> next = size <= 64 ? stackalloc int[size] : new int[size];
        for (var i = 0; i < size; i++)
        {
            next[i] = Join(Child(one, axis, i), Child(other, axis, i), in joining);
        }

        joined = Node(axis, next);
        known.Add(one, other, joining.Number, joined);
        return joined;
    }

    /// <summary>For each value to which a function comes: how many situations lead to it, and the most ordinary of them.</summary>
    /// <param name="root">The function.</param>
    /// <param name="size">How many situations there are.</param>
    public IReadOnlyList<DiagramEnd> EndsOf(int root, long size)
    {
        if (endsOf.TryGetValue(root, out var listed))
        {
            return listed;
        }

        // Every node was made after those to which it leads, so that from the highest number down each comes before its children.
        var order = Reachable(root);
        foreach (var node in order)
        {
            paths[node] = default;
        }

        paths[root] = new Path(size, 0, -1, -1);
        var found = new List<DiagramEnd>();
        foreach (var node in order)
        {
            var here = paths[node];
            var (axis, start) = nodes[node];
            if (axis == axes.Length)
            {
                found.Add(new DiagramEnd(start, here.Count, here.Cost, PathTo(node)));
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

    private void BeginWalk()
    {
        if (seen.Length < nodes.Count)
        {
            seen = new int[nodes.Capacity];
            paths = new Path[nodes.Capacity];
        }

        walk++;
    }

    private List<int> Reachable(int root)
    {
        BeginWalk();
        var found = new List<int> { root };
        seen[root] = walk;
        for (var i = 0; i < found.Count; i++)
        {
            var (axis, start) = nodes[found[i]];
            for (var child = 0; axis < axes.Length && child < axes[axis].Length; child++)
            {
                ref var seenIn = ref seen[children[start + child]];
                if (seenIn != walk)
                {
                    seenIn = walk;
                    found.Add(children[start + child]);
                }
            }
        }

        found.Sort();
        found.Reverse();
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

    /// <summary>True when a function has a value for these values of the facts, whatever those are that were left open.</summary>
    public bool IsAlways(int root, int[] values, int value)
    {
        BeginWalk();
        return LeadsOnlyTo(root, values, value);
    }

    // What was met before on this walk has led to nothing else, or the walk would be over.
    private bool LeadsOnlyTo(int node, int[] values, int value)
    {
        if (seen[node] == walk)
        {
            return true;
        }

        seen[node] = walk;
        var (axis, start) = nodes[node];
        if (axis == axes.Length)
        {
            return start == value;
        }

        if (values[axis] >= 0)
        {
            return LeadsOnlyTo(children[start + values[axis]], values, value);
        }

        for (var i = 0; i < axes[axis].Length; i++)
        {
            if (!LeadsOnlyTo(children[start + i], values, value))
            {
                return false;
            }
        }

        return true;
    }

    private int[] PathTo(int node)
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

        for (var place = PlaceOf(axis, next); ; place = (place + 1) & (table.Length - 1))
        {
            var there = table[place] - 1;
            if (there < 0)
            {
                table[place] = nodes.Count + 1;
                break;
            }

            if (nodes[there].Axis == axis && next.SequenceEqual(CollectionsMarshal.AsSpan(children).Slice(nodes[there].Start, next.Length)))
            {
                return there;
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

            var place = PlaceOf(axis, CollectionsMarshal.AsSpan(children).Slice(start, axes[axis].Length));
            while (table[place] != 0)
            {
                place = (place + 1) & (table.Length - 1);
            }

            table[place] = node + 1;
        }
    }

    // Fibonacci hashing: most nodes have two children, whose numbers lie near each other.
    private int PlaceOf(int axis, ReadOnlySpan<int> next)
    {
        var code = (uint)axis;
        foreach (var child in next)
        {
            code = unchecked((code ^ (uint)child) * 0x9E3779B1u);
        }

        return (int)(code >> 12) & (table.Length - 1);
    }

    /// <summary>What two values come to, and its number among those of these diagrams.</summary>
    public readonly record struct Joining(Func<int, int, int> Of, int Number);

    // The most ordinary way to a node: from which it comes, and by which value; 0, which leads nowhere, while there is none, and -1 where it begins.
    private struct Path(long count, int cost, int from, int value)
    {
        public long Count = count;
        public int Cost = cost;
        public int From = from;
        public int Value = value;
    }
}
