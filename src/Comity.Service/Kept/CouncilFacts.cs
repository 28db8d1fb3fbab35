using System.Collections.Frozen;
using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Kept;

/// <summary>
/// What every request looks up about the council, as the database had it under one stamp: who holds which office, whom a token names, what is
/// arranged, which texts are read. It never changes; when the stamp is another one, it is read anew. Days are asked of it, so that an office
/// that ended yesterday gives no rights today.
/// </summary>
public sealed class CouncilFacts
{
    private readonly FrozenDictionary<Guid, string> _names;
    private readonly FrozenDictionary<Guid, Office> _offices;
    private readonly ILookup<Guid, HeldBetween> _held;
    private readonly ILookup<Guid, PlaceBetween> _places;
    private readonly List<Arrangement> _arrangements;
    private readonly List<EditionFrom> _editions;

    private CouncilFacts(
        string? nation,
        FrozenDictionary<Guid, string> names,
        FrozenDictionary<Guid, Office> offices,
        ILookup<Guid, HeldBetween> held,
        ILookup<Guid, PlaceBetween> places,
        List<Arrangement> arrangements,
        List<EditionFrom> editions
    )
    {
        Nation = nation;
        _names = names;
        _offices = offices;
        _held = held;
        _places = places;
        _arrangements = arrangements;
        _editions = editions;
    }

    /// <summary>The council's nation; null while there is no council.</summary>
    public string? Nation { get; }

    public string? NameOf(Guid personId) => _names.GetValueOrDefault(personId);

    public string? TitleOf(Guid officeId) => _offices.GetValueOrDefault(officeId)?.Title;

    /// <summary>The offices that a person holds on the day, and those for whose holder the person acts.</summary>
    public IEnumerable<Office> OfficesOf(Guid personId, DateOnly on) =>
        _held[personId]
            .Where(held => held.From <= on && (held.Until is null || held.Until >= on))
            .Select(held => _offices[held.OfficeId])
            .Where(office => office.From <= on && (office.Until is null || office.Until >= on));

    /// <summary>The places that a person has in bodies on the day.</summary>
    public IEnumerable<(BodyKind Kind, string Place)> PlacesOf(Guid personId, DateOnly on) =>
        _places[personId]
            .Where(place => place.From <= on && (place.Until is null || place.Until >= on))
            .Where(place => place.Body.From <= on && (place.Body.Until is null || place.Body.Until >= on))
            .Select(place => (place.Body.Kind, place.Place));

    /// <summary>What the council has settled, as it stands on the day.</summary>
    public IEnumerable<Arrangement> ArrangementsOn(DateOnly on) =>
        _arrangements.Where(row => row.From <= on && (row.Until is null || row.Until >= on));

    /// <summary>The texts read together on the day; the first ones for a day before there were any; null where none were ever taken up.</summary>
    public string? TextsOn(DateOnly on) => (_editions.LastOrDefault(row => row.From <= on) ?? _editions.FirstOrDefault())?.Texts;

    internal static async Task<CouncilFacts> ReadAsync(ComityDb db, CancellationToken cancellationToken)
    {
        var nation = await db
            .Councils.AsNoTracking()
            .OrderBy(row => row.Id)
            .Select(row => row.Nation)
            .FirstOrDefaultAsync(cancellationToken);
        var names = await db
            .People.AsNoTracking()
            .Select(person => new { person.Id, person.FullName })
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var offices = await db.Offices.AsNoTracking().ToDictionaryAsync(office => office.Id, cancellationToken);
        var holdings = await db
            .Holdings.AsNoTracking()
            .Select(fact => new HeldBetween(fact.PersonId, fact.OfficeId, fact.From, fact.Until))
            .ToListAsync(cancellationToken);
        var deputies = await db
            .Deputies.AsNoTracking()
            .Select(fact => new HeldBetween(fact.PersonId, fact.OfficeId, fact.From, fact.Until))
            .ToListAsync(cancellationToken);
        var bodies = await db.Bodies.AsNoTracking().ToDictionaryAsync(body => body.Id, cancellationToken);
        var memberships = await db
            .Memberships.AsNoTracking()
            .Select(fact => new
            {
                fact.PersonId,
                fact.BodyId,
                fact.Place,
                fact.From,
                fact.Until,
            })
            .ToListAsync(cancellationToken);
        var arrangements = await db.Arrangements.AsNoTracking().ToListAsync(cancellationToken);
        var editions = await db
            .TextEditions.AsNoTracking()
            .OrderBy(row => row.From)
            .ThenBy(row => row.RecordedAt)
            .Select(row => new EditionFrom(row.From, row.Texts))
            .ToListAsync(cancellationToken);
        return new CouncilFacts(
            nation,
            names.ToFrozenDictionary(),
            offices.ToFrozenDictionary(),
            holdings.Concat(deputies).ToLookup(held => held.PersonId),
            memberships
                .Select(fact => new PlaceBetween(fact.PersonId, bodies[fact.BodyId], fact.Place, fact.From, fact.Until))
                .ToLookup(place => place.PersonId),
            arrangements,
            editions
        );
    }

    private sealed record HeldBetween(Guid PersonId, Guid OfficeId, DateOnly From, DateOnly? Until);

    private sealed record PlaceBetween(Guid PersonId, Body Body, string Place, DateOnly From, DateOnly? Until);

    private sealed record EditionFrom(DateOnly From, string Texts);
}
