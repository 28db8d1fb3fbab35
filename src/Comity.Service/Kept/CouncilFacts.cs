using System.Collections.Concurrent;
using Comity.Service.Arrangements;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Kept;

/// <summary>
/// What every request looks up about the council, as the database had it under one stamp: who is who, what is arranged, which texts are read. What
/// it says never changes; when the stamp is another one, it is read anew. Days are asked of it, so that an office that ended yesterday gives no rights today.
/// </summary>
public sealed class CouncilFacts
{
    private const int MostKnown = 20_000;

    private readonly List<Arrangement> _arrangements;
    private readonly List<EditionFrom> _editions;
    private volatile KnownOnDay? _known;

    private CouncilFacts(string? nation, CouncilRegister register, List<Arrangement> arrangements, List<EditionFrom> editions)
    {
        Nation = nation;
        Register = register;
        _arrangements = arrangements;
        _editions = editions;
    }

    /// <summary>The council's nation; null while there is no council.</summary>
    public string? Nation { get; }

    public CouncilRegister Register { get; }

    /// <summary>What the council has settled, as it stands on the day.</summary>
    public IEnumerable<Arrangement> ArrangementsOn(DateOnly on) =>
        _arrangements.Where(row => row.From <= on && (row.Until is null || row.Until >= on));

    /// <summary>The texts read together on the day; the first ones for a day before there were any; null where none were ever taken up.</summary>
    public string? TextsOn(DateOnly on) => (_editions.LastOrDefault(row => row.From <= on) ?? _editions.FirstOrDefault())?.Texts;

    /// <summary>
    /// What was worked out before from these facts, for a day, and from nothing else but the key; null where it was not. Only one day's answers are kept, or
    /// the days would add up.
    /// </summary>
    internal TAnswer? Known<TAnswer>(DateOnly on, object key)
        where TAnswer : class =>
        _known is { } known && known.Day == on && known.Answers.TryGetValue(key, out var answer) ? (TAnswer)answer : null;

    /// <summary>Keeps what was worked out.</summary>
    internal TAnswer Keep<TAnswer>(DateOnly on, object key, TAnswer answer)
        where TAnswer : class
    {
        var known = _known;
        if (known is null || known.Day != on || known.Answers.Count >= MostKnown)
        {
            _known = known = new KnownOnDay(on, []);
        }

        known.Answers[key] = answer;
        return answer;
    }

    internal static async Task<CouncilFacts> ReadAsync(ComityDb db, CancellationToken cancellationToken)
    {
        var nation = await db
            .Councils.AsNoTracking()
            .OrderBy(row => row.Id)
            .Select(row => row.Nation)
            .FirstOrDefaultAsync(cancellationToken);
        var register = await CouncilRegister.ReadAsync(db, asRecordedAt: null, cancellationToken);
        var arrangements = await db.Arrangements.AsNoTracking().ToListAsync(cancellationToken);
        var editions = await db
            .TextEditions.AsNoTracking()
            .OrderBy(row => row.From)
            .ThenBy(row => row.RecordedAt)
            .Select(row => new EditionFrom(row.From, row.Texts))
            .ToListAsync(cancellationToken);
        return new CouncilFacts(nation, register, arrangements, editions);
    }

    private sealed record KnownOnDay(DateOnly Day, ConcurrentDictionary<object, object> Answers);

    private sealed record EditionFrom(DateOnly From, string Texts);
}
