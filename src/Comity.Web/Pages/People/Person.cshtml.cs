using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>One person: offices, bodies, powers, line manager. What somebody keeps the register may change stands below.</summary>
public sealed class PersonModel(CouncilOnDate council, ComityDb db, CurrentViewer current, SavePerson save, EndFact<Holding> endHolding)
    : PageModel
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? OutsideBody { get; set; }

    [BindProperty]
    public Guid Holding { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<HeldOffice> Offices { get; private set; } = [];
    public IReadOnlyList<EndableHolding> Holdings { get; private set; } = [];
    public IReadOnlyList<PlaceInBody> Places { get; private set; } = [];
    public IReadOnlyList<Delegation> Delegations { get; private set; } = [];
    public IReadOnlyList<HeldOffice> LineManagers { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Wards { get; private set; } = new Dictionary<Guid, string>();
    public bool MayKeep { get; private set; }
    public bool IsMember => Offices.Any(office => office.Role == "member");

    public sealed record EndableHolding(Guid Id, string Title);

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        await LoadAsync(id, cancellationToken);
        (FullName, Email, OutsideBody) = (Person.FullName, Person.Email, Person.OutsideBody);
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken cancellationToken) =>
        await EndAsync(
            id,
            await save.ExecuteAsync(
                await current.GetAsync(cancellationToken),
                new SavePersonRequest(id, FullName, Email, OutsideBody),
                cancellationToken
            ),
            cancellationToken
        );

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken) =>
        await EndAsync(
            id,
            await endHolding.ExecuteAsync(
                await current.GetAsync(cancellationToken),
                new EndFactRequest(Holding, LastDay),
                cancellationToken
            ),
            cancellationToken
        );

    private async Task<IActionResult> EndAsync(Guid id, RegisterChange change, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case RegisterChange.Done:
                return RedirectToPage(new { id });
            case RegisterChange.Refused refused:
                ModelState.AddErrors(refused);
                db.ChangeTracker.Clear();
                await LoadAsync(id, cancellationToken);
                return Page();
            default:
                throw new NotFoundException();
        }
    }

    private async Task LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var today = current.Today;
        Person =
            await db.People.AsNoTracking().FirstOrDefaultAsync(person => person.Id == id, cancellationToken)
            ?? throw new NotFoundException();
        Offices = await council.OfficesOfAsync(id, today, cancellationToken);
        Places = await council.PlacesOfAsync(id, today, cancellationToken);
        Delegations = await council.DelegationsOfAsync(id, today, cancellationToken);
        LineManagers = await council.LineManagersOfPersonAsync(id, today, cancellationToken);
        Guid[] wards = [.. Offices.Select(office => office.WardId).OfType<Guid>()];
        Wards = await db
            .Wards.AsNoTracking()
            .Where(ward => wards.Contains(ward.Id))
            .ToDictionaryAsync(ward => ward.Id, ward => ward.Name, cancellationToken);
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        if (MayKeep)
        {
            Holdings = await council
                .Facts<Holding>(today)
                .Where(fact => fact.PersonId == id)
                .Select(fact => new EndableHolding(fact.Id, fact.Office!.Title))
                .ToListAsync(cancellationToken);
        }
    }
}
