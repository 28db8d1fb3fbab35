using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>A new ward, or another name or end for a known one.</summary>
public sealed class EditWardModel(ComityDb db, CurrentViewer current, SaveWard save) : DatedRegisterPage(current)
{
    [FromRoute]
    public Guid? Ward { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public Ward? Entry { get; private set; }
    public string? Mark => Entry is null ? null : AsOpened.Of(Entry);

    public void OnGet() => (Name, Until) = (Entry?.Name, Entry?.Until);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => save.ExecuteAsync(viewer, new SaveWardRequest(Entry?.Id, Name, From, Until, Opened ?? ""), cancellationToken),
            "The ward has been saved",
            _ => "/people/wards",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Entry = Ward is { } id
            ? await db.Wards.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) ?? throw new NotFoundException()
            : null;
}
