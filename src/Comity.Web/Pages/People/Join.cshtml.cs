using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>Somebody takes a place in a political group, a committee or another body.</summary>
public sealed class JoinModel(ComityDb db, CurrentViewer current, RegisterChoices choices, StartMembership start)
    : DatedRegisterPage(current)
{
    public static readonly IReadOnlyList<string> AllPlaces = [.. Places.InGroup.Union(Places.InOtherBody)];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? BodyId { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    /// <summary>Of a place of which there is one: whoever has it now has it until the day before.</summary>
    [BindProperty]
    public bool TakesOver { get; set; }

    public string Mark { get; private set; } = "";
    public string Name { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new StartMembershipRequest(BodyId, Id, Place, From, Until, TakesOver, Opened ?? "");
        return await FinishAsync(
            () => start.ExecuteAsync(viewer, request, cancellationToken),
            "The place has been entered",
            _ => $"/people/{Id}",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Name =
            await db.People.Where(person => person.Id == Id).Select(person => person.FullName).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        Mark = await start.MarkAsync(cancellationToken);
        Bodies = await choices.BodiesAsync(Today, cancellationToken);
    }
}
