using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People.Import;

/// <summary>The register as an import finds it: everybody, and what holds on the day or later. Read once per import, never kept.</summary>
internal sealed class RegisterNow
{
    public required DateOnly Day { get; init; }
    public required IReadOnlyList<Person> People { get; init; }
    public required IReadOnlyList<Office> Offices { get; init; }
    public required ILookup<Guid, Holding> HoldingsByPerson { get; init; }
    public required ILookup<Guid, Holding> HoldingsByOffice { get; init; }
    public required ILookup<Guid, Membership> MembershipsByPerson { get; init; }
    public required ILookup<Guid, LineManagement> LinesByOffice { get; init; }
    public required IReadOnlyDictionary<Guid, Office> OfficesById { get; init; }
    public required IReadOnlyList<Ward> Wards { get; init; }
    public required IReadOnlyList<ServiceArea> Services { get; init; }
    public required IReadOnlyList<Body> Bodies { get; init; }

    public static async Task<RegisterNow> ReadAsync(ComityDb db, DateOnly day, CancellationToken ct)
    {
        var holdings = await db.Holdings.AsNoTracking().Where(fact => fact.Until == null || fact.Until >= day).ToListAsync(ct);
        var memberships = await db.Memberships.AsNoTracking().Where(fact => fact.Until == null || fact.Until >= day).ToListAsync(ct);
        var lines = await db.LineManagement.AsNoTracking().Where(fact => fact.Until == null || fact.Until >= day).ToListAsync(ct);
        var offices = await db.Offices.AsNoTracking().Where(office => office.Until == null || office.Until >= day).ToListAsync(ct);
        return new RegisterNow
        {
            Day = day,
            People = await db.People.AsNoTracking().ToListAsync(ct),
            Offices = offices,
            OfficesById = offices.ToDictionary(office => office.Id),
            HoldingsByPerson = holdings.ToLookup(fact => fact.PersonId),
            HoldingsByOffice = holdings.ToLookup(fact => fact.OfficeId),
            MembershipsByPerson = memberships.ToLookup(fact => fact.PersonId),
            LinesByOffice = lines.ToLookup(fact => fact.OfficeId),
            Wards = await db.Wards.AsNoTracking().Where(ward => ward.Until == null || ward.Until >= day).ToListAsync(ct),
            Services = await db.ServiceAreas.AsNoTracking().Where(service => service.Until == null || service.Until >= day).ToListAsync(ct),
            Bodies = await db.Bodies.AsNoTracking().Where(body => body.Until == null || body.Until >= day).ToListAsync(ct),
        };
    }
}
