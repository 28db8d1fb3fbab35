using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>A new political group, committee or other body, or another name or end for a known one.</summary>
public sealed class EditBodyModel(ComityDb db, CurrentViewer current, SaveBody save) : DatedRegisterPage(current)
{
    [FromRoute]
    public Guid? Body { get; set; }

    [BindProperty]
    public BodyKind? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public Body? Entry { get; private set; }
    public string? Mark => Entry is null ? null : AsOpened.Of(Entry);
    public string Back => Entry is null ? "/people/members" : $"/people/bodies/{Entry.Id}";

    public void OnGet() => (Name, Until) = (Entry?.Name, Entry?.Until);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => save.ExecuteAsync(viewer, new SaveBodyRequest(Entry?.Id, Kind, Name, From, Until, Opened ?? ""), cancellationToken),
            "It has been saved",
            id => $"/people/bodies/{id}",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Entry = Body is { } id
            ? await db.Bodies.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) ?? throw new NotFoundException()
            : null;
}
