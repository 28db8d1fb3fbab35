using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>A new service, or other words, another place or an end for a known one.</summary>
public sealed class EditServiceModel(ComityDb db, CurrentViewer current, RegisterChoices choices, SaveServiceArea save)
    : DatedRegisterPage(current)
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Subjects { get; set; }

    [BindProperty]
    public Guid? PartOfId { get; set; }

    public ServiceArea? Entry { get; private set; }
    public string? Mark => Entry is null ? null : AsOpened.Of(Entry);
    public string Back => Entry is null ? "/people" : $"/people/services/{Entry.Id}";
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public void OnGet() => (Name, Subjects, PartOfId, Until) = (Entry?.Name, Entry?.Subjects, Entry?.PartOfId, Entry?.Until);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new SaveServiceAreaRequest(Entry?.Id, Name, Subjects, PartOfId, From, Until, Opened ?? "");
        return await FinishAsync(
            () => save.ExecuteAsync(viewer, request, cancellationToken),
            "The service has been saved",
            id => $"/people/services/{id}",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Entry = Id is { } id
            ? await db.ServiceAreas.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken)
                ?? throw new NotFoundException()
            : null;
        Services = [.. (await choices.ServicesAsync(Today, cancellationToken)).Where(one => one.Value != Id?.ToString())];
    }
}
