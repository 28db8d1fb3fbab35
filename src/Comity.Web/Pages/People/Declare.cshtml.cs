using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>Somebody declares that they are close to somebody else; or the Monitoring Officer enters it for them.</summary>
public sealed class DeclareModel(ComityDb db, CurrentViewer current, RegisterChoices choices, DeclareRelationship declare)
    : RegisterPage(current)
{
    /// <summary>For whom; without one, for oneself.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    [BindProperty]
    public Guid? OtherPersonId { get; set; }

    [BindProperty]
    public string? Tie { get; set; }

    [BindProperty]
    public string? Says { get; set; }

    [BindProperty]
    public Guid? ToldPersonId { get; set; }

    [BindProperty]
    [Display(Name = "Since when")]
    public DateOnly? From { get; set; }

    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public bool IsOwn { get; private set; }
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new DeclareRelationshipRequest(PersonId, OtherPersonId, Tie, Says, ToldPersonId, From);
        return await FinishAsync(
            () => declare.ExecuteAsync(viewer, request, cancellationToken),
            "It has been declared",
            _ => "/people/relationships",
            cancellationToken
        );
    }

    protected override async Task<bool> MayAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return DeclareRelationship.MayDeclare(viewer, Of ?? viewer.PersonId);
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        PersonId = Of ?? viewer.PersonId;
        IsOwn = PersonId == viewer.PersonId;
        Name =
            await db.People.Where(person => person.Id == PersonId).Select(person => person.FullName).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        People = [.. (await choices.PeopleAsync(Today, cancellationToken)).Where(one => one.Value != PersonId.ToString())];
    }
}
