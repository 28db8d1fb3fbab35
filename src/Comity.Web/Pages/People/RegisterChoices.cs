using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>The lists from which forms of the register are filled in.</summary>
public sealed class RegisterChoices(CouncilOnDate council, ComityDb db, Library library)
{
    /// <summary>Everybody who holds an office on the day, and whoever belongs to another body.</summary>
    public async Task<IReadOnlyList<SelectListItem>> PeopleAsync(DateOnly day, CancellationToken ct)
    {
        var holders = council.Facts<Holding>(day).Select(fact => fact.PersonId);
        var people = await db
            .People.AsNoTracking()
            .Where(person => person.OutsideBody != null || holders.Contains(person.Id))
            .OrderBy(person => person.FullName)
            .Select(person => new
            {
                person.Id,
                person.FullName,
                person.OutsideBody,
            })
            .ToListAsync(ct);
        return
        [
            .. people.Select(person => new SelectListItem(
                person.OutsideBody is null ? person.FullName : $"{person.FullName} ({person.OutsideBody})",
                person.Id.ToString()
            )),
        ];
    }

    /// <summary>The offices that are there on the day or will be, with whoever is in them. Elected seats only where they are asked for.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OfficesAsync(DateOnly day, bool withSeats, CancellationToken ct)
    {
        var offices = await db
            .Offices.AsNoTracking()
            .Where(office => (office.Until == null || office.Until >= day) && (withSeats || office.WardId == null))
            .Select(office => new
            {
                office.Id,
                office.Title,
                Where = office.ServiceArea != null ? office.ServiceArea.Name
                : office.Ward != null ? office.Ward.Name + " ward"
                : null,
            })
            .OrderBy(office => office.Title)
            .ToListAsync(ct);
        var held = (
            await council.HeldOffices(day).Where(one => !one.AsDeputy).Select(one => new { one.OfficeId, one.PersonName }).ToListAsync(ct)
        ).ToLookup(one => one.OfficeId, one => one.PersonName);
        return
        [
            .. offices.Select(office => new SelectListItem(
                $"{office.Title}{(office.Where is null ? "" : $", {office.Where}")}: {string.Join(", ", held[office.Id].DefaultIfEmpty("vacant"))}",
                office.Id.ToString()
            )),
        ];
    }

    public async Task<IReadOnlyList<SelectListItem>> BodiesAsync(DateOnly day, CancellationToken ct) =>
        [
            .. (
                await db
                    .Bodies.AsNoTracking()
                    .Where(body => body.Until == null || body.Until >= day)
                    .OrderBy(body => body.Name)
                    .Select(body => new { body.Id, body.Name })
                    .ToListAsync(ct)
            ).Select(body => new SelectListItem(body.Name, body.Id.ToString())),
        ];

    public async Task<IReadOnlyList<SelectListItem>> WardsAsync(DateOnly day, CancellationToken ct) =>
        [
            .. (
                await db
                    .Wards.AsNoTracking()
                    .Where(ward => ward.Until == null || ward.Until >= day)
                    .OrderBy(ward => ward.Name)
                    .Select(ward => new { ward.Id, ward.Name })
                    .ToListAsync(ct)
            ).Select(ward => new SelectListItem(ward.Name, ward.Id.ToString())),
        ];

    public async Task<IReadOnlyList<SelectListItem>> ServicesAsync(DateOnly day, CancellationToken ct) =>
        [.. (await council.ServicesAsync(day, ct)).Services.Select(service => new SelectListItem(service.Name, service.Id.ToString()))];

    /// <summary>The roles of the council's vocabulary, as people say them.</summary>
    public async Task<IReadOnlyList<SelectListItem>> RolesAsync(DateOnly day, CancellationToken ct) =>
        [
            .. (await library.OnAsync(day, ct))
                .Vocabulary.Roles.Values.OrderBy(role => role.Label, StringComparer.Ordinal)
                .Select(role => new SelectListItem(role.Label, role.Name)),
        ];
}
