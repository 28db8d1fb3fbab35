using Comity.Protocols.Calendars;
using Comity.Service.Kept;

namespace Comity.Service.Arrangements;

/// <summary>What the council has settled, as it stands on a day.</summary>
public sealed class ArrangementsInForce(CouncilNow now)
{
    public async Task<Arrangement?> FindAsync(string key, DateOnly on, CancellationToken cancellationToken) =>
        (await now.GetAsync(cancellationToken)).ArrangementsOn(on).Where(row => row.Key == key).MaxBy(row => row.From);

    /// <summary>The figures that the protocol leaves to the council, by the name that the protocol gives them.</summary>
    public async Task<IReadOnlyDictionary<string, Clock>> StandardsAsync(DateOnly on, CancellationToken cancellationToken) =>
        (await now.GetAsync(cancellationToken))
            .ArrangementsOn(on)
            .Where(row => row.Key.StartsWith(ArrangementKeys.StandardPrefix, StringComparison.Ordinal))
            .OrderBy(row => row.From)
            .GroupBy(row => row.Key[ArrangementKeys.StandardPrefix.Length..], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Clock.WorkingDaysAfter(group.Last().Days()), StringComparer.Ordinal);
}
