using Comity.Service.Storage;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People.Import;

public sealed record ExportPeopleRequest(Stream To, CouncilDay Day);

/// <summary>
/// Writes everybody who holds an office on a day as people.csv, so that what comes out can go in again. A value that a spreadsheet would take
/// for a formula gets an apostrophe before it (OWASP, "CSV injection").
/// </summary>
public sealed class ExportPeople(ComityDb db, CouncilOnDate council)
{
    public async Task<int> ExecuteAsync(ExportPeopleRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var day = request.Day;
        var services = await council.ServicesAsync(day, ct);
        var wards = await db.Wards.AsNoTracking().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, ct);
        var places = (await council.Facts<Membership>(day).Include(fact => fact.Body).ToListAsync(ct)).ToLookup(fact => fact.PersonId);
        var managers = (
            await (
                from fact in council.Facts<LineManagement>(day)
                join holding in council.Facts<Holding>(day) on fact.ManagerOfficeId equals holding.OfficeId
                join manager in db.People on holding.PersonId equals manager.Id
                select new { fact.OfficeId, Key = manager.Email ?? manager.ImportKey }
            ).ToListAsync(ct)
        ).ToLookup(one => one.OfficeId, string? (one) => one.Key);

        await using var csv = CsvWriter.Create(
            request.To,
            new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true },
            leaveOpen: true
        );
        foreach (var column in PeopleColumns.All)
        {
            csv.WriteField(column);
        }

        csv.EndRecord();
        var rows = 0;
        var held = council.HeldOffices(day).Where(one => !one.AsDeputy).OrderBy(one => one.PersonName).ThenBy(one => one.PersonId);
        var people = db.People.AsNoTracking();
        var query = from one in held join person in people on one.PersonId equals person.Id select new { Held = one, Person = person };
        var gathered = new List<HeldOffice>();
        Person? current = null;
        await foreach (var next in query.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (current is not null && current.Id != next.Person.Id)
            {
                Write(csv, current, gathered, services, wards, places, managers);
                await csv.FlushAsync(ct);
                rows++;
                gathered.Clear();
            }

            current = next.Person;
            gathered.Add(next.Held);
        }

        if (current is not null)
        {
            Write(csv, current, gathered, services, wards, places, managers);
            rows++;
        }

        await csv.FlushAsync(ct);
        return rows;
    }

    private static void Write(
        CsvWriter csv,
        Person person,
        List<HeldOffice> offices,
        ServiceTree services,
        Dictionary<Guid, string> wards,
        ILookup<Guid, Membership> places,
        ILookup<Guid, string?> managers
    )
    {
        var main = offices.OrderBy(one => one.WardId is null).ThenBy(one => one.From).ThenBy(one => one.OfficeId).First();
        var service = main.ServiceAreaId is { } id ? services.Find(id) : null;
        var group = places[person.Id].FirstOrDefault(place => place.Body!.Kind == BodyKind.PoliticalGroup);
        var isMember = main.WardId is not null || main.Role == "member";
        var values = new Dictionary<string, string?>
        {
            [PeopleColumns.Name] = person.FullName,
            [PeopleColumns.Email] = person.Email,
            [PeopleColumns.Key] = PeopleNames.Same(person.ImportKey, person.Email) ? null : person.ImportKey,
            [PeopleColumns.Kind] =
                person.OutsideBody is not null ? "outside"
                : isMember ? "member"
                : "officer",
            [PeopleColumns.OutsideBody] = person.OutsideBody,
            [PeopleColumns.Ward] = main.WardId is { } ward ? wards.GetValueOrDefault(ward) : null,
            [PeopleColumns.Group] = group?.Body!.Name,
            [PeopleColumns.PlaceInGroup] = group?.Place,
            [PeopleColumns.Office] = main.Title,
            [PeopleColumns.Role] = main.Role,
            [PeopleColumns.OtherOffices] = string.Join("; ", offices.Where(one => one != main).Select(one => $"{one.Role}: {one.Title}")),
            [PeopleColumns.Service] = service?.Name,
            [PeopleColumns.PartOf] = service?.PartOfId is { } above ? services.Find(above)?.Name : null,
            [PeopleColumns.LineManager] = isMember ? null : managers[main.OfficeId].FirstOrDefault(),
            [PeopleColumns.PoliticallyRestricted] = main.PoliticallyRestricted ? "yes" : null,
            [PeopleColumns.Junior] = main.Junior ? "yes" : null,
            [PeopleColumns.TermStart] = main.From.Iso(),
            [PeopleColumns.TermEnd] = main.Until?.Iso(),
            [PeopleColumns.Committees] = string.Join(
                "; ",
                places[person.Id]
                    .Where(place => place.Body!.Kind != BodyKind.PoliticalGroup)
                    .Select(place => place.Place == Places.Member ? place.Body!.Name : $"{place.Body!.Name}: {place.Place}")
                    .Order(StringComparer.Ordinal)
            ),
        };
        foreach (var column in PeopleColumns.All)
        {
            csv.WriteField(values[column]);
        }

        csv.EndRecord();
    }
}
