namespace Comity.Service.Figures;

/// <summary>What was counted. What has no service or ward stands under the empty id.</summary>
public sealed record FiguresRead(FiguresAsked Asked)
{
    public Tally All { get; } = new();
    public IDictionary<Guid, Tally> ByService { get; } = new Dictionary<Guid, Tally>();
    public IDictionary<Guid, Tally> ByWard { get; } = new Dictionary<Guid, Tally>();
    public IDictionary<string, Tally> ByKind { get; } = new Dictionary<string, Tally>(StringComparer.Ordinal);

    /// <summary>By the first day of the month.</summary>
    public IDictionary<DateOnly, Tally> ByMonth { get; } = new SortedDictionary<DateOnly, Tally>();

    public Ageing Ageing { get; } = new();

    /// <summary>The sealed ones, where they may be counted at all; they are in no other figure.</summary>
    public Tally? Sealed { get; set; }

    /// <summary>The tallies to which something of this service, ward, kind and day belongs.</summary>
    internal IEnumerable<Tally> Of(Guid? service, Guid? ward, string kind, DateOnly day) =>
        [
            All,
            In(ByService, service ?? Guid.Empty),
            In(ByWard, ward ?? Guid.Empty),
            In(ByKind, kind),
            In(ByMonth, new DateOnly(day.Year, day.Month, 1)),
        ];

    private static Tally In<TKey>(IDictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies[key] = tally = new Tally();
        }

        return tally;
    }
}
