namespace Comity.Protocols.Analysis;

/// <summary>The situations in which two protocols differ in one way, with the most ordinary of them.</summary>
internal sealed class DifferenceGroup(DifferenceKey key)
{
    public DifferenceKey Key { get; } = key;

    public int Cost { get; private set; } = int.MaxValue;

    public long Count { get; private set; }

    public Casting Casting { get; private set; } = null!;

    /// <summary>The function in which it was found, and where in it.</summary>
    public int Root { get; private set; }

    public DiagramEnd End { get; private set; } = null!;

    public void Add(Casting casting, int root, DiagramEnd end)
    {
        Count += end.Count;
        if (end.Cost + casting.Cost < Cost)
        {
            Cost = end.Cost + casting.Cost;
            Casting = casting;
            Root = root;
            End = end;
        }
    }

    /// <summary>
    /// Two routes differ in as many ways as it takes to show each of them: a further pair of such as have been shown with others is no way of its own.
    /// </summary>
    public static IEnumerable<DifferenceGroup> Shown(IEnumerable<DifferenceGroup> routes)
    {
        var byOne = new Dictionary<string, DifferenceGroup>(StringComparer.Ordinal);
        var byOther = new Dictionary<string, DifferenceGroup>(StringComparer.Ordinal);
        foreach (
            var group in routes.OrderBy(group => group.Cost).ThenBy(group => group.Key.One + "|" + group.Key.Other, StringComparer.Ordinal)
        )
        {
            var isNew = byOne.TryAdd(group.Key.One, group);
            isNew |= byOther.TryAdd(group.Key.Other, group);
            if (isNew)
            {
                yield return group;
            }
        }
    }
}
