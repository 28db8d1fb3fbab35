using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>One person on a day: offices, line manager, absence, bodies, powers. Each is changed on a page of its own.</summary>
public sealed class PersonModel(CouncilOnDate council, ComityDb db, CurrentViewer current, Relationships relationships) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [System.ComponentModel.DataAnnotations.Display(Name = "Day")]
    public DateOnly? On { get; set; }

    public Person Person { get; private set; } = null!;
    public DateOnly Day { get; private set; }
    public bool IsToday { get; private set; }
    public Viewer Viewer { get; private set; } = Viewer.Nobody;
    public IReadOnlyList<Held> Offices { get; private set; } = [];
    public IReadOnlyList<HeldOffice> LineManagers { get; private set; } = [];
    public IReadOnlyList<HeldOffice> Manages { get; private set; } = [];
    public IReadOnlyList<Absence> Deputies { get; private set; } = [];
    public IReadOnlyList<PlaceInBody> Places { get; private set; } = [];
    public IReadOnlyList<Delegation> Delegations { get; private set; } = [];
    public IReadOnlyList<Named> NamedFor { get; private set; } = [];
    public IReadOnlyList<Relationships.Entry> Declared { get; private set; } = [];

    public bool MayKeep => Viewer.MayKeepRegister();
    public bool MayDeclare => DeclareRelationship.MayDeclare(Viewer, Person.Id);
    public bool IsMember => Offices.Any(held => held.Office.Role == "member");

    /// <summary>An office with the entry that says so, its ward and its service.</summary>
    public sealed record Held(Guid FactId, HeldOffice Office, string? Ward, string? Service);

    public sealed record Absence(Guid FactId, Guid PersonId, string Name, Guid OfficeId, string Title, DateOnly From, DateOnly? Until);

    public sealed record Named(Guid ServiceId, string Service, string Contact, string? SortOfContact);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Person =
            await db.People.AsNoTracking().FirstOrDefaultAsync(person => person.Id == id, cancellationToken)
            ?? throw new NotFoundException();
        Viewer = await current.GetAsync(cancellationToken);
        Day = On ?? current.Today;
        IsToday = Day == current.Today;
        await LoadOfficesAsync(id, cancellationToken);
        Places = await council.PlacesOfAsync(id, Day, cancellationToken);
        Delegations = await council.DelegationsOfAsync(id, Day, cancellationToken);
        LineManagers = await council.LineManagersOfPersonAsync(id, Day, cancellationToken);
        Declared = [.. (await relationships.SeenByAsync(Viewer, id, cancellationToken)).Where(entry => entry.InForceOn(Day))];
        return Page();
    }

    private async Task LoadOfficesAsync(Guid id, CancellationToken cancellationToken)
    {
        var offices = await council.OfficesOfAsync(id, Day, cancellationToken);
        var wards = await db.Wards.AsNoTracking().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, cancellationToken);
        var services = await db
            .ServiceAreas.AsNoTracking()
            .ToDictionaryAsync(service => service.Id, service => service.Name, cancellationToken);
        var holdings = await council.Facts<Holding>(Day).Where(fact => fact.PersonId == id).ToListAsync(cancellationToken);
        var standIns = await council.Facts<Deputy>(Day).Where(fact => fact.PersonId == id).ToListAsync(cancellationToken);
        Offices =
        [
            .. offices.Select(office => new Held(
                office.AsDeputy
                    ? standIns.First(fact => fact.OfficeId == office.OfficeId && fact.From == office.From).Id
                    : holdings.First(fact => fact.OfficeId == office.OfficeId && fact.From == office.From).Id,
                office,
                office.WardId is { } ward ? wards.GetValueOrDefault(ward) : null,
                office.ServiceAreaId is { } service ? services.GetValueOrDefault(service) : null
            )),
        ];
        var own = offices.Where(office => !office.AsDeputy).Select(office => office.OfficeId).ToList();
        Deputies = await council
            .Facts<Deputy>(Day)
            .Where(fact => own.Contains(fact.OfficeId))
            .OrderBy(fact => fact.From)
            .Select(fact => new Absence(
                fact.Id,
                fact.PersonId,
                fact.Person!.FullName,
                fact.OfficeId,
                fact.Office!.Title,
                fact.From,
                fact.Until
            ))
            .ToListAsync(cancellationToken);
        var below = await council
            .Facts<LineManagement>(Day)
            .Where(fact => own.Contains(fact.ManagerOfficeId))
            .Select(fact => fact.OfficeId)
            .ToListAsync(cancellationToken);
        Manages = await council
            .HeldOffices(Day)
            .Where(held => below.Contains(held.OfficeId) && !held.AsDeputy)
            .OrderBy(held => held.PersonName)
            .ToListAsync(cancellationToken);
        NamedFor = await council
            .Facts<NamedContact>(Day)
            .Where(fact => own.Contains(fact.OfficeId))
            .OrderBy(fact => fact.ServiceArea!.Name)
            .Select(fact => new Named(fact.ServiceAreaId, fact.ServiceArea!.Name, fact.Contact, fact.SortOfContact))
            .ToListAsync(cancellationToken);
    }
}
