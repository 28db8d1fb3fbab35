namespace Comity.Service.Figures;

/// <summary>How long what is open today has been so, in working days since receipt, and how much of it is overdue.</summary>
public sealed class Ageing
{
    /// <summary>The longest of each group but the last.</summary>
    private static readonly int[] Ends = [5, 10, 20];

    private readonly int[] _open = new int[Ends.Length + 1];
    private readonly int[] _overdue = new int[Ends.Length + 1];

    public static IReadOnlyList<string> Groups { get; } = ["Up to 5 working days", "6 to 10", "11 to 20", "More than 20"];

    public IReadOnlyList<int> Open => _open;
    public IReadOnlyList<int> Overdue => _overdue;
    public int All => _open.Sum();

    public void Add(int days, int open, int overdue)
    {
        var group = Array.FindIndex(Ends, end => days <= end);
        group = group < 0 ? Ends.Length : group;
        _open[group] += open;
        _overdue[group] += overdue;
    }
}
