using Comity.Protocols.Calendars;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>What the council has settled, as it stands on a day.</summary>
public sealed class ArrangementsInForce(ComityDb db)
{
    public async Task<Arrangement?> FindAsync(string key, DateOnly on, CancellationToken cancellationToken) =>
        await On(on).Where(row => row.Key == key).OrderByDescending(row => row.From).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The figures that the protocol leaves to the council, by the name that the protocol gives them.</summary>
    public async Task<IReadOnlyDictionary<string, Clock>> StandardsAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var rows = await On(on)
            .Where(row => row.Key.StartsWith(ArrangementKeys.StandardPrefix))
            .OrderBy(row => row.From)
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Key[ArrangementKeys.StandardPrefix.Length..], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Clock.WorkingDaysAfter(group.Last().Days()), StringComparer.Ordinal);
    }

    private IQueryable<Arrangement> On(DateOnly on) =>
        db.Arrangements.AsNoTracking().Where(row => row.From <= on && (row.Until == null || row.Until >= on));
}
