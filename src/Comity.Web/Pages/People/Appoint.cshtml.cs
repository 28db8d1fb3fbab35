using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>Somebody takes up an office, a post or an elected seat.</summary>
public sealed class AppointModel(ComityDb db, CurrentViewer current, RegisterChoices choices, StartHolding start)
    : DatedRegisterPage(current)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? OfficeId { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public string Name { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => start.ExecuteAsync(viewer, new StartHoldingRequest(OfficeId, Id, From, Until, Basis), cancellationToken),
            "The appointment has been entered",
            _ => $"/people/{Id}",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Name =
            await db.People.Where(person => person.Id == Id).Select(person => person.FullName).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        Offices = await choices.OfficesAsync(Today, withSeats: true, cancellationToken);
    }
}
