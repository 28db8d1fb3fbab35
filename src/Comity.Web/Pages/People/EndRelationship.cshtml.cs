using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.People;

/// <summary>The last day of a declared relationship, for whoever declared it and the Monitoring Officer.</summary>
public sealed class EndRelationshipModel(CurrentViewer current, Relationships relationships, EndRelationship end) : RegisterPage(current)
{
    [FromRoute(Name = "entry")]
    public Guid EntryId { get; set; }

    [BindProperty]
    [Display(Name = "Last day")]
    public DateOnly? LastDay { get; set; }

    public Relationships.Entry Entry { get; private set; } = null!;

    public void OnGet() => LastDay = Entry.Until;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => end.ExecuteAsync(viewer, new EndRelationshipRequest(EntryId, LastDay), cancellationToken),
            "It has been ended",
            _ => "/people/relationships",
            cancellationToken
        );
    }

    /// <summary>The entry itself decides: for whoever may not end it there is none.</summary>
    protected override Task<bool> MayAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Entry = await relationships.FindAsync(await Current.GetAsync(cancellationToken), EntryId, cancellationToken)
            is { MayEnd: true } entry
            ? entry
            : throw new NotFoundException();
}
