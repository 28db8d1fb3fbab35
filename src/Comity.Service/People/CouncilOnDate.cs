using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// Who is who in the council on a day. Everything is read when it is asked: nothing is kept from one request to the next, so an office that
/// ended yesterday gives no rights today.
/// </summary>
public sealed class CouncilOnDate(ComityDb db)
{
    /// <summary>The facts of one kind in force on the day.</summary>
    public IQueryable<TFact> Facts<TFact>(CouncilDay day)
        where TFact : DatedFact
    {
        var facts = db.Set<TFact>().AsNoTracking().Where(fact => fact.From <= day.On && (fact.Until == null || fact.Until >= day.On));
        return day.AsRecordedAt is { } instant
            ? facts
                .IgnoreQueryFilters()
                .Where(fact => fact.RecordedAt <= instant && (fact.SupersededAt == null || fact.SupersededAt > instant))
            : facts;
    }

    /// <summary>The offices that exist on the day.</summary>
    public IQueryable<Office> OfficesOn(CouncilDay day) =>
        db.Offices.AsNoTracking().Where(office => office.From <= day.On && (office.Until == null || office.Until >= day.On));

    /// <summary>Every office with everybody who holds it or acts for its holder on the day. Filter it, then read it.</summary>
    public IQueryable<HeldOffice> HeldOffices(CouncilDay day)
    {
        var held =
            from fact in Facts<Holding>(day)
            select new
            {
                fact.OfficeId,
                fact.PersonId,
                fact.From,
                fact.Until,
                AsDeputy = false,
            };
        var deputised =
            from fact in Facts<Deputy>(day)
            select new
            {
                fact.OfficeId,
                fact.PersonId,
                fact.From,
                fact.Until,
                AsDeputy = true,
            };
        return from fact in held.Concat(deputised)
            join office in OfficesOn(day) on fact.OfficeId equals office.Id
            join person in db.People.AsNoTracking() on fact.PersonId equals person.Id
            select new HeldOffice
            {
                OfficeId = office.Id,
                Title = office.Title,
                Role = office.Role,
                ServiceAreaId = office.ServiceAreaId,
                WardId = office.WardId,
                Junior = office.Junior,
                PoliticallyRestricted = office.PoliticallyRestricted,
                PersonId = person.Id,
                PersonName = person.FullName,
                From = fact.From,
                Until = fact.Until,
                AsDeputy = fact.AsDeputy,
            };
    }

    /// <summary>The offices that a person holds, and those for whose holder the person acts.</summary>
    public async Task<IReadOnlyList<HeldOffice>> OfficesOfAsync(Guid personId, CouncilDay day, CancellationToken ct = default) =>
        await HeldOffices(day)
            .Where(held => held.PersonId == personId)
            .OrderBy(held => held.From)
            .ThenBy(held => held.Title)
            .ToListAsync(ct);

    /// <summary>Who is to be asked for each office: those who act for an absent holder, or else the holders. A vacant office gives nobody.</summary>
    public async Task<IReadOnlyList<HeldOffice>> ActingInAsync(
        IReadOnlyCollection<Guid> officeIds,
        CouncilDay day,
        CancellationToken ct = default
    ) => Acting(await HeldOffices(day).Where(held => officeIds.Contains(held.OfficeId)).ToListAsync(ct));

    /// <summary>
    /// Who does a duty of the protocol: holders of that role, and of the roles that the council says do it here. Where the council has said
    /// nothing and nobody holds the role itself, nobody: an equivalence is asked, never assumed.
    /// </summary>
    public async Task<IReadOnlyList<HeldOffice>> HoldersOfRoleAsync(string role, CouncilDay day, CancellationToken ct = default)
    {
        var roles = await RolesForAsync([role], day, ct);
        var wanted = roles[role];
        return Acting(await HeldOffices(day).Where(held => wanted.Contains(held.Role)).ToListAsync(ct));
    }

    /// <summary>Who is to be asked for the offices of a service that have one of these roles.</summary>
    public async Task<IReadOnlyList<HeldOffice>> HoldersInServiceAsync(
        Guid serviceAreaId,
        IReadOnlyCollection<string> roles,
        CouncilDay day,
        CancellationToken ct = default
    ) => Acting(await HeldOffices(day).Where(held => held.ServiceAreaId == serviceAreaId && roles.Contains(held.Role)).ToListAsync(ct));

    /// <summary>For each duty: the role of the same name, and the roles that the council has stated for it.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RolesForAsync(
        IReadOnlyCollection<string> duties,
        CouncilDay day,
        CancellationToken ct = default
    )
    {
        var stated = await Facts<RoleEquivalence>(day)
            .Where(fact => duties.Contains(fact.Duty))
            .Select(fact => new { fact.Duty, fact.Role })
            .ToListAsync(ct);
        return duties.ToDictionary(
            duty => duty,
            IReadOnlyList<string> (duty) =>
                [duty, .. stated.Where(fact => fact.Duty == duty && fact.Role != duty).Select(fact => fact.Role)]
        );
    }

    /// <summary>The offices above an office, nearest first, in one query. Twenty steps end a circle that got in unnoticed.</summary>
    public async Task<IReadOnlyList<ManagementStep>> ManagementAboveAsync(
        IReadOnlyCollection<Guid> officeIds,
        CouncilDay day,
        CancellationToken ct = default
    )
    {
        if (officeIds.Count == 0)
        {
            return [];
        }

        var arguments = new List<object>(officeIds.Count + 2) { day.On };
        var believed = "m.superseded_at IS NULL";
        if (day.AsRecordedAt is { } instant)
        {
            believed = "m.recorded_at <= {1} AND (m.superseded_at IS NULL OR m.superseded_at > {1})";
            arguments.Add(instant);
        }

        var first = arguments.Count;
        arguments.AddRange(officeIds.Select(id => (object)id));
        var places = string.Join(", ", Enumerable.Range(first, officeIds.Count).Select(i => $"{{{i}}}"));
        var inForce = $"m.\"from\" <= {{0}} AND (m.until IS NULL OR m.until >= {{0}}) AND {believed}";
        var sql = $"""
            WITH RECURSIVE above(below_id, office_id, step) AS (
                SELECT m.office_id, m.manager_office_id, 1 FROM line_management m WHERE m.office_id IN ({places}) AND {inForce}
                UNION ALL
                SELECT a.below_id, m.manager_office_id, a.step + 1
                FROM above a JOIN line_management m ON m.office_id = a.office_id
                WHERE a.step < 20 AND {inForce}
            )
            SELECT below_id AS "BelowId", office_id AS "OfficeId", step AS "Step" FROM above ORDER BY step
            """;
        return await db.Database.SqlQueryRaw<ManagementStep>(sql, [.. arguments]).ToListAsync(ct);
    }

    /// <summary>The line managers of an office. A vacant manager's office gives nobody: who stands in is for the council to say.</summary>
    public async Task<IReadOnlyList<HeldOffice>> LineManagersOfOfficeAsync(Guid officeId, CouncilDay day, CancellationToken ct = default)
    {
        var managers = await Facts<LineManagement>(day)
            .Where(fact => fact.OfficeId == officeId)
            .Select(fact => fact.ManagerOfficeId)
            .ToListAsync(ct);
        return await ActingInAsync(managers, day, ct);
    }

    /// <summary>The line managers of the offices that a person holds (not of those deputised for).</summary>
    public async Task<IReadOnlyList<HeldOffice>> LineManagersOfPersonAsync(Guid personId, CouncilDay day, CancellationToken ct = default)
    {
        var managers = await (
            from holding in Facts<Holding>(day)
            where holding.PersonId == personId
            join fact in Facts<LineManagement>(day) on holding.OfficeId equals fact.OfficeId
            select fact.ManagerOfficeId
        )
            .Distinct()
            .ToListAsync(ct);
        return await ActingInAsync(managers, day, ct);
    }

    public async Task<IReadOnlyList<HeldOffice>> WardMembersAsync(Guid wardId, CouncilDay day, CancellationToken ct = default) =>
        await HeldOffices(day).Where(held => held.WardId == wardId && !held.AsDeputy).OrderBy(held => held.PersonName).ToListAsync(ct);

    /// <summary>The bodies that a person sits on.</summary>
    public async Task<IReadOnlyList<PlaceInBody>> PlacesOfAsync(Guid personId, CouncilDay day, CancellationToken ct = default) =>
        await PlacesInBodies(day, Facts<Membership>(day).Where(fact => fact.PersonId == personId)).ToListAsync(ct);

    /// <summary>Who sits on a body.</summary>
    public async Task<IReadOnlyList<PlaceInBody>> MembersOfAsync(Guid bodyId, CouncilDay day, CancellationToken ct = default) =>
        await PlacesInBodies(day, Facts<Membership>(day).Where(fact => fact.BodyId == bodyId)).ToListAsync(ct);

    /// <summary>Who has one place (leader, contact, chairman …) in a body; usually one person, and nobody when the place is vacant.</summary>
    public async Task<IReadOnlyList<PlaceInBody>> InPlaceAsync(Guid bodyId, string place, CouncilDay day, CancellationToken ct = default) =>
        await PlacesInBodies(day, Facts<Membership>(day).Where(fact => fact.BodyId == bodyId && fact.Place == place)).ToListAsync(ct);

    /// <summary>The services on the day, each with the service it is part of.</summary>
    public async Task<ServiceTree> ServicesAsync(CouncilDay day, CancellationToken ct = default) =>
        new(
            await db
                .ServiceAreas.AsNoTracking()
                .Where(service => service.From <= day.On && (service.Until == null || service.Until >= day.On))
                .OrderBy(service => service.Name)
                .ToListAsync(ct)
        );

    /// <summary>
    /// Whom a service has named for a purpose. A service that has named nobody is covered by the nearest larger service of which it is part.
    /// </summary>
    public async Task<IReadOnlyList<HeldOffice>> NamedContactsAsync(
        Guid serviceAreaId,
        string contact,
        CouncilDay day,
        CancellationToken ct = default
    )
    {
        var path = (await ServicesAsync(day, ct)).PathUp(serviceAreaId);
        var named = await Facts<NamedContact>(day)
            .Where(fact => fact.Contact == contact && path.Contains(fact.ServiceAreaId))
            .Select(fact => new { fact.ServiceAreaId, fact.OfficeId })
            .ToListAsync(ct);
        var nearest = path.Where(id => named.Any(fact => fact.ServiceAreaId == id)).Take(1).ToList();
        return await ActingInAsync([.. named.Where(fact => nearest.Contains(fact.ServiceAreaId)).Select(fact => fact.OfficeId)], day, ct);
    }

    /// <summary>
    /// Whether somebody holds a chief officer's office over a service: one with that role, or with a role that the council says is a chief
    /// officer's, in the service or in a larger one of which it is part.
    /// </summary>
    public async Task<bool> IsChiefOfficerOfAsync(Matters.Viewer viewer, Guid serviceAreaId, CouncilDay day, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var roles = (await RolesForAsync(["chief-officer"], day, ct))["chief-officer"];
        if (!viewer.Roles.Any(role => roles.Contains(role)))
        {
            return false;
        }

        var path = (await ServicesAsync(day, ct)).PathUp(serviceAreaId);
        return (await OfficesOfAsync(viewer.PersonId, day, ct)).Any(held =>
            roles.Contains(held.Role) && held.ServiceAreaId is { } id && path.Contains(id)
        );
    }

    /// <summary>The powers that the council has specifically given to a person.</summary>
    public async Task<IReadOnlyList<Delegation>> DelegationsOfAsync(Guid personId, CouncilDay day, CancellationToken ct = default) =>
        await Facts<Delegation>(day).Where(fact => fact.PersonId == personId).OrderBy(fact => fact.From).ToListAsync(ct);

    public static IReadOnlyList<HeldOffice> Acting(IReadOnlyCollection<HeldOffice> held) =>
        [
            .. held.GroupBy(one => one.OfficeId)
                .SelectMany(office => office.Any(one => one.AsDeputy) ? office.Where(one => one.AsDeputy) : office)
                .OrderBy(one => one.From)
                .ThenBy(one => one.PersonName, StringComparer.Ordinal),
        ];

    private IQueryable<PlaceInBody> PlacesInBodies(CouncilDay day, IQueryable<Membership> facts) =>
        from fact in facts
        join body in db.Bodies.AsNoTracking() on fact.BodyId equals body.Id
        join person in db.People.AsNoTracking() on fact.PersonId equals person.Id
        where body.From <= day.On && (body.Until == null || body.Until >= day.On)
        orderby body.Kind, body.Name, person.FullName
        select new PlaceInBody(fact.Id, body.Id, body.Name, body.Kind, fact.Place, person.Id, person.FullName, fact.From, fact.Until);
}
