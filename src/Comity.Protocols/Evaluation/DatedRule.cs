namespace Comity.Protocols.Evaluation;

/// <summary>A rule that holds on some days only.</summary>
/// <param name="Place">Its bit.</param>
/// <param name="From">The first day, or null.</param>
/// <param name="Until">The last day, inclusive, or null.</param>
internal readonly record struct DatedRule(int Place, DateOnly? From, DateOnly? Until)
{
    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > Until);
}
