using System.Collections.Frozen;
using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Kept;

/// <summary>
/// Who is who in the council, as its record had it at one moment: the people, their offices, who manages and who stands in for whom. It never
/// changes and asks the database nothing; days are asked of it.
/// </summary>
public sealed class CouncilRegister
{
    // Ends a circle of managers that got in unnoticed.
    private const int HighestStep = 20;

    private readonly FrozenDictionary<Guid, string> _names;
    private readonly FrozenDictionary<Guid, Office> _offices;
    private readonly FrozenDictionary<Guid, ServiceArea> _services;
    private readonly FrozenDictionary<Guid, Body> _bodies;
    private readonly ILookup<string, Guid> _ofRole;
    private readonly ILookup<Guid, Guid> _inService;
    private readonly ILookup<Guid, Guid> _inWard;
    private readonly ILookup<Guid, Held> _byPerson;
    private readonly ILookup<Guid, Held> _byOffice;
    private readonly ILookup<Guid, Membership> _placesOf;
    private readonly ILookup<Guid, Membership> _membersOf;
    private readonly ILookup<Guid, LineManagement> _managers;
    private readonly ILookup<string, RoleEquivalence> _equivalences;
    private readonly ILookup<string, NamedContact> _contacts;
    private readonly ILookup<string, StatedSubstitute> _substitutes;
    private readonly ILookup<string, DeclaredRelationship> _relationships;
    private readonly ILookup<string, DeclaredRelationship> _declaredWith;

    private CouncilRegister(
        FrozenDictionary<Guid, string> names,
        FrozenDictionary<Guid, Office> offices,
        FrozenDictionary<Guid, ServiceArea> services,
        FrozenDictionary<Guid, Body> bodies,
        IReadOnlyList<Held> held,
        IReadOnlyList<Membership> memberships,
        IReadOnlyList<LineManagement> managers,
        IReadOnlyList<RoleEquivalence> equivalences,
        IReadOnlyList<NamedContact> contacts,
        IReadOnlyList<StatedSubstitute> substitutes,
        IReadOnlyList<DeclaredRelationship> relationships
    )
    {
        _names = names;
        _offices = offices;
        _services = services;
        _bodies = bodies;
        _ofRole = offices.Values.ToLookup(office => office.Role, office => office.Id, StringComparer.Ordinal);
        _inService = offices
            .Values.Where(office => office.ServiceAreaId is not null)
            .ToLookup(office => office.ServiceAreaId!.Value, office => office.Id);
        _inWard = offices.Values.Where(office => office.WardId is not null).ToLookup(office => office.WardId!.Value, office => office.Id);
        _byPerson = held.ToLookup(fact => fact.PersonId);
        _byOffice = held.ToLookup(fact => fact.OfficeId);
        _placesOf = memberships.ToLookup(fact => fact.PersonId);
        _membersOf = memberships.ToLookup(fact => fact.BodyId);
        _managers = managers.ToLookup(fact => fact.OfficeId);
        _equivalences = equivalences.ToLookup(fact => fact.Duty, StringComparer.Ordinal);
        _contacts = contacts.ToLookup(fact => fact.Contact, StringComparer.Ordinal);
        _substitutes = substitutes.ToLookup(fact => fact.Role, StringComparer.Ordinal);
        _relationships = relationships.ToLookup(fact => fact.PersonToken, StringComparer.Ordinal);
        _declaredWith = relationships.ToLookup(fact => fact.OtherToken, StringComparer.Ordinal);
    }

    public string? NameOf(Guid personId) => _names.GetValueOrDefault(personId);

    public string? TitleOf(Guid officeId) => _offices.GetValueOrDefault(officeId)?.Title;

    /// <summary>The offices that a person holds, and those for whose holder the person acts.</summary>
    public IReadOnlyList<HeldOffice> OfficesOf(Guid personId, DateOnly on) =>
        [
            .. _byPerson[personId]
                .SelectMany(fact => Shown(fact, on))
                .OrderBy(one => one.From)
                .ThenBy(one => one.Title, StringComparer.Ordinal),
        ];

    /// <summary>Everybody who holds an office, or acts for its holder.</summary>
    public IEnumerable<HeldOffice> HeldIn(Guid officeId, DateOnly on) => _byOffice[officeId].SelectMany(fact => Shown(fact, on));

    /// <summary>Everybody who holds any office, or acts for its holder.</summary>
    public IEnumerable<HeldOffice> AllHeld(DateOnly on) => _byOffice.SelectMany(office => HeldIn(office.Key, on));

    /// <summary>Everybody who is a member of the council on a day, each once.</summary>
    public IReadOnlyList<HeldOffice> MembersOn(DateOnly on) =>
        [
            .. AllHeld(on)
                .Where(held => held is { Role: "member", AsDeputy: false })
                .DistinctBy(held => held.PersonId)
                .OrderBy(held => held.PersonName, StringComparer.Ordinal),
        ];

    /// <summary>Who is to be asked for each office: those who act for an absent holder, or else the holders. A vacant office gives nobody.</summary>
    public IReadOnlyList<HeldOffice> ActingIn(IEnumerable<Guid> officeIds, DateOnly on) =>
        CouncilOnDate.Acting([.. officeIds.Distinct().SelectMany(id => HeldIn(id, on))]);

    /// <summary>Holders of the role, and of the roles that the council says do it here.</summary>
    public IReadOnlyList<HeldOffice> HoldersOfRole(string role, DateOnly on) =>
        ActingIn(RolesFor(role, on).SelectMany(one => _ofRole[one]), on);

    /// <summary>Everybody who holds an office of a service, or acts for its holder.</summary>
    public IEnumerable<HeldOffice> HeldInService(Guid serviceAreaId, DateOnly on) =>
        _inService[serviceAreaId].SelectMany(id => HeldIn(id, on));

    /// <summary>Who is to be asked for the offices of a service that have one of these roles.</summary>
    public IReadOnlyList<HeldOffice> HoldersInService(Guid serviceAreaId, IReadOnlyCollection<string> roles, DateOnly on) =>
        ActingIn(_inService[serviceAreaId].Where(id => roles.Contains(_offices[id].Role)), on);

    /// <summary>The role of the same name, and the roles that the council has stated for it.</summary>
    public IReadOnlyList<string> RolesFor(string duty, DateOnly on) =>
        [duty, .. _equivalences[duty].Where(fact => fact.Role != duty && fact.InForceOn(on)).Select(fact => fact.Role)];

    /// <summary>What the council says somebody with this role is here besides.</summary>
    public IEnumerable<string> DutiesOf(string role, DateOnly on) =>
        _equivalences.Where(duty => duty.Any(fact => fact.Role == role && fact.InForceOn(on))).Select(duty => duty.Key);

    /// <summary>Whether the person held an office of this role before the day.</summary>
    public bool HasBeen(Guid personId, string role, DateOnly before) =>
        _byPerson[personId].Any(fact => !fact.AsDeputy && fact.From < before && _offices[fact.OfficeId].Role == role);

    /// <summary>The offices above some offices, nearest first.</summary>
    public IReadOnlyList<ManagementStep> ManagementAbove(IEnumerable<Guid> officeIds, DateOnly on)
    {
        var above = new List<ManagementStep>();
        var reached = officeIds.Distinct().Select(id => (Below: id, Office: id)).ToList();
        for (var step = 1; step <= HighestStep && reached.Count > 0; step++)
        {
            reached = [.. reached.SelectMany(one => ManagersOf(one.Office, on).Select(manager => (one.Below, manager))).Distinct()];
            above.AddRange(reached.Select(one => new ManagementStep(one.Below, one.Office, step)));
        }

        return above;
    }

    /// <summary>The line managers of an office. A vacant manager's office gives nobody: who stands in is for the council to say.</summary>
    public IReadOnlyList<HeldOffice> LineManagersOfOffice(Guid officeId, DateOnly on) => ActingIn(ManagersOf(officeId, on), on);

    /// <summary>The line managers of the offices that a person holds (not of those deputised for).</summary>
    public IReadOnlyList<HeldOffice> LineManagersOfPerson(Guid personId, DateOnly on) =>
        ActingIn(
            _byPerson[personId].Where(fact => !fact.AsDeputy && fact.InForceOn(on)).SelectMany(fact => ManagersOf(fact.OfficeId, on)),
            on
        );

    public IReadOnlyList<HeldOffice> WardMembers(Guid wardId, DateOnly on) =>
        [
            .. _inWard[wardId]
                .SelectMany(id => HeldIn(id, on))
                .Where(held => !held.AsDeputy)
                .OrderBy(held => held.PersonName, StringComparer.Ordinal),
        ];

    /// <summary>The bodies that a person sits on.</summary>
    public IReadOnlyList<PlaceInBody> PlacesOf(Guid personId, DateOnly on) => InOrder(_placesOf[personId], on);

    /// <summary>Who sits on a body.</summary>
    public IReadOnlyList<PlaceInBody> MembersOf(Guid bodyId, DateOnly on) => InOrder(_membersOf[bodyId], on);

    /// <summary>The services, each with the service it is part of.</summary>
    public ServiceTree Services(DateOnly on) =>
        new([
            .. _services
                .Values.Where(service => service.From <= on && (service.Until is null || service.Until >= on))
                .OrderBy(service => service.Name, StringComparer.Ordinal),
        ]);

    /// <summary>Whom a service has named for a purpose. A service that has named nobody is covered by the nearest larger service of which it is part.</summary>
    public IReadOnlyList<HeldOffice> NamedContacts(Guid serviceAreaId, string contact, DateOnly on)
    {
        var named = _contacts[contact].Where(fact => fact.InForceOn(on)).ToLookup(fact => fact.ServiceAreaId, fact => fact.OfficeId);
        foreach (var service in Services(on).PathUp(serviceAreaId))
        {
            if (named.Contains(service))
            {
                return ActingIn(named[service], on);
            }
        }

        return [];
    }

    /// <summary>Those whom the council has stated for a role, the earliest first.</summary>
    public IEnumerable<StatedSubstitute> SubstitutesFor(string role, DateOnly on) =>
        _substitutes[role].Where(fact => fact.InForceOn(on)).OrderBy(fact => fact.From).ThenBy(fact => fact.Id);

    /// <summary>The relationships that somebody with this token of sealed matters has declared, the earliest first.</summary>
    public IEnumerable<DeclaredRelationship> RelationshipsOf(string personToken, DateOnly on) =>
        _relationships[personToken].Where(fact => fact.InForceOn(on)).OrderBy(fact => fact.From);

    /// <summary>The tokens of those with whom somebody with this token has declared a relationship, whichever of the two did.</summary>
    public IEnumerable<string> CloseTo(string personToken, DateOnly on) =>
        _relationships[personToken]
            .Where(fact => fact.InForceOn(on))
            .Select(fact => fact.OtherToken)
            .Concat(_declaredWith[personToken].Where(fact => fact.InForceOn(on)).Select(fact => fact.PersonToken));

    /// <summary>What the record said at an instant; without one, what it says now.</summary>
    internal static async Task<CouncilRegister> ReadAsync(ComityDb db, DateTime? asRecordedAt, CancellationToken cancellationToken)
    {
        var names = await db
            .People.AsNoTracking()
            .Select(person => new { person.Id, person.FullName })
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var offices = await db.Offices.AsNoTracking().ToDictionaryAsync(office => office.Id, cancellationToken);
        var services = await db.ServiceAreas.AsNoTracking().ToDictionaryAsync(service => service.Id, cancellationToken);
        var bodies = await db.Bodies.AsNoTracking().ToDictionaryAsync(body => body.Id, cancellationToken);
        var holdings = await Facts<Holding>()
            .Select(fact => new Held(fact.PersonId, fact.OfficeId, fact.From, fact.Until, false))
            .ToListAsync(cancellationToken);
        var deputies = await Facts<Deputy>()
            .Select(fact => new Held(fact.PersonId, fact.OfficeId, fact.From, fact.Until, true))
            .ToListAsync(cancellationToken);
        return new CouncilRegister(
            names.ToFrozenDictionary(),
            offices.ToFrozenDictionary(),
            services.ToFrozenDictionary(),
            bodies.ToFrozenDictionary(),
            [.. holdings, .. deputies],
            await Facts<Membership>().ToListAsync(cancellationToken),
            await Facts<LineManagement>().ToListAsync(cancellationToken),
            await Facts<RoleEquivalence>().ToListAsync(cancellationToken),
            await Facts<NamedContact>().ToListAsync(cancellationToken),
            await Facts<StatedSubstitute>().ToListAsync(cancellationToken),
            await Facts<DeclaredRelationship>().ToListAsync(cancellationToken)
        );

        IQueryable<TFact> Facts<TFact>()
            where TFact : DatedFact =>
            db.Set<TFact>().AsNoTracking().AsRecordedAt(asRecordedAt).OrderBy(fact => fact.From).ThenBy(fact => fact.Id);
    }

    private IEnumerable<Guid> ManagersOf(Guid officeId, DateOnly on) =>
        _managers[officeId].Where(fact => fact.InForceOn(on)).Select(fact => fact.ManagerOfficeId);

    private IEnumerable<HeldOffice> Shown(Held fact, DateOnly on)
    {
        if (
            fact.InForceOn(on)
            && _offices.TryGetValue(fact.OfficeId, out var office)
            && office.From <= on
            && (office.Until is null || office.Until >= on)
        )
        {
            yield return new HeldOffice
            {
                OfficeId = office.Id,
                Title = office.Title,
                Role = office.Role,
                ServiceAreaId = office.ServiceAreaId,
                WardId = office.WardId,
                Junior = office.Junior,
                PoliticallyRestricted = office.PoliticallyRestricted,
                PersonId = fact.PersonId,
                PersonName = _names[fact.PersonId],
                From = fact.From,
                Until = fact.Until,
                AsDeputy = fact.AsDeputy,
            };
        }
    }

    private IReadOnlyList<PlaceInBody> InOrder(IEnumerable<Membership> facts, DateOnly on) =>
        [
            .. facts
                .Where(fact => fact.InForceOn(on))
                .Select(fact => (Fact: fact, Body: _bodies[fact.BodyId]))
                .Where(one => one.Body.From <= on && (one.Body.Until is null || one.Body.Until >= on))
                .Select(one => new PlaceInBody(
                    one.Fact.Id,
                    one.Body.Id,
                    one.Body.Name,
                    one.Body.Kind,
                    one.Fact.Place,
                    one.Fact.PersonId,
                    _names[one.Fact.PersonId],
                    one.Fact.From,
                    one.Fact.Until
                ))
                .OrderBy(place => place.Kind.ToString(), StringComparer.Ordinal)
                .ThenBy(place => place.BodyName, StringComparer.Ordinal)
                .ThenBy(place => place.PersonName, StringComparer.Ordinal),
        ];

    private sealed record Held(Guid PersonId, Guid OfficeId, DateOnly From, DateOnly? Until, bool AsDeputy)
    {
        public bool InForceOn(DateOnly day) => From <= day && (Until is null || Until >= day);
    }
}
