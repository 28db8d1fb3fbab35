using Comity.Service.Kept;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// Who is who in the council on a day. What the record says now is answered from memory while the database says that nothing has changed, and
/// within a transaction as that transaction has it (<see cref="CouncilNow"/>); what it said before is read when it is asked.
/// </summary>
public sealed class CouncilOnDate(ComityDb db, CouncilNow now)
{
    /// <summary>Everything of a day's register, to be asked without waiting.</summary>
    public async ValueTask<CouncilRegister> RegisterAsync(CouncilDay day, CancellationToken ct = default) =>
        day.AsRecordedAt is { } instant ? await CouncilRegister.ReadAsync(db, instant, ct) : (await now.GetAsync(ct)).Register;

    /// <summary>The facts of one kind in force on the day.</summary>
    public IQueryable<TFact> Facts<TFact>(CouncilDay day)
        where TFact : DatedFact =>
        db.Set<TFact>()
            .AsNoTracking()
            .AsRecordedAt(day.AsRecordedAt)
            .Where(fact => fact.From <= day.On && (fact.Until == null || fact.Until >= day.On));

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
        (await RegisterAsync(day, ct)).OfficesOf(personId, day.On);

    /// <summary>Who is to be asked for each office: those who act for an absent holder, or else the holders. A vacant office gives nobody.</summary>
    public async Task<IReadOnlyList<HeldOffice>> ActingInAsync(
        IReadOnlyCollection<Guid> officeIds,
        CouncilDay day,
        CancellationToken ct = default
    ) => (await RegisterAsync(day, ct)).ActingIn(officeIds, day.On);

    /// <summary>
    /// Who does a duty of the protocol: holders of that role, and of the roles that the council says do it here. Where the council has said
    /// nothing and nobody holds the role itself, nobody: an equivalence is asked, never assumed.
    /// </summary>
    public async Task<IReadOnlyList<HeldOffice>> HoldersOfRoleAsync(string role, CouncilDay day, CancellationToken ct = default) =>
        (await RegisterAsync(day, ct)).HoldersOfRole(role, day.On);

    /// <summary>The offices above an office, nearest first. Twenty steps end a circle that got in unnoticed.</summary>
    public async Task<IReadOnlyList<ManagementStep>> ManagementAboveAsync(
        IReadOnlyCollection<Guid> officeIds,
        CouncilDay day,
        CancellationToken ct = default
    ) => (await RegisterAsync(day, ct)).ManagementAbove(officeIds, day.On);

    /// <summary>The line managers of an office. A vacant manager's office gives nobody: who stands in is for the council to say.</summary>
    public async Task<IReadOnlyList<HeldOffice>> LineManagersOfOfficeAsync(Guid officeId, CouncilDay day, CancellationToken ct = default) =>
        (await RegisterAsync(day, ct)).LineManagersOfOffice(officeId, day.On);

    /// <summary>The line managers of the offices that a person holds (not of those deputised for).</summary>
    public async Task<IReadOnlyList<HeldOffice>> LineManagersOfPersonAsync(Guid personId, CouncilDay day, CancellationToken ct = default) =>
        (await RegisterAsync(day, ct)).LineManagersOfPerson(personId, day.On);

    public async Task<IReadOnlyList<HeldOffice>> WardMembersAsync(Guid wardId, CouncilDay day, CancellationToken ct = default) =>
        (await RegisterAsync(day, ct)).WardMembers(wardId, day.On);

    /// <summary>The bodies that a person sits on.</summary>
    public async Task<IReadOnlyList<PlaceInBody>> PlacesOfAsync(Guid personId, CouncilDay day, CancellationToken ct = default) =>
        (await RegisterAsync(day, ct)).PlacesOf(personId, day.On);

    /// <summary>Who sits on a body.</summary>
    public async Task<IReadOnlyList<PlaceInBody>> MembersOfAsync(Guid bodyId, CouncilDay day, CancellationToken ct = default) =>
        (await RegisterAsync(day, ct)).MembersOf(bodyId, day.On);

    /// <summary>The services on the day, each with the service it is part of.</summary>
    public async Task<ServiceTree> ServicesAsync(CouncilDay day, CancellationToken ct = default) =>
        (await RegisterAsync(day, ct)).Services(day.On);

    /// <summary>
    /// Whom a service has named for a purpose. A service that has named nobody is covered by the nearest larger service of which it is part.
    /// </summary>
    public async Task<IReadOnlyList<HeldOffice>> NamedContactsAsync(
        Guid serviceAreaId,
        string contact,
        CouncilDay day,
        CancellationToken ct = default
    ) => (await RegisterAsync(day, ct)).NamedContacts(serviceAreaId, contact, day.On);

    /// <summary>
    /// Whether somebody holds a chief officer's office over a service: one with that role, or with a role that the council says is a chief
    /// officer's, in the service or in a larger one of which it is part.
    /// </summary>
    public async Task<bool> IsChiefOfficerOfAsync(Matters.Viewer viewer, Guid serviceAreaId, CouncilDay day, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var register = await RegisterAsync(day, ct);
        var roles = register.RolesFor("chief-officer", day.On);
        if (!viewer.Roles.Any(role => roles.Contains(role)))
        {
            return false;
        }

        var path = register.Services(day.On).PathUp(serviceAreaId);
        return register
            .OfficesOf(viewer.PersonId, day.On)
            .Any(held => roles.Contains(held.Role) && held.ServiceAreaId is { } id && path.Contains(id));
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
}
