using System.ComponentModel.DataAnnotations;
using Comity.Service.Arrangements;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>The last day of a stated substitute.</summary>
public sealed class EndSubstituteModel(ComityDb db, CurrentViewer current, EndSubstitute end) : RegisterPage(current)
{
    [FromRoute]
    public Guid Entry { get; set; }

    [BindProperty]
    [Display(Name = "Last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    public StatedSubstitute Fact { get; private set; } = null!;
    public string Office { get; private set; } = "";

    public void OnGet() => LastDay = Fact.Until;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => end.ExecuteAsync(viewer, new EndSubstituteRequest(Entry, LastDay, Minute), cancellationToken),
            "It has been ended",
            _ => "/arrangements/substitutes",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Fact =
            await db
                .StatedSubstitutes.IgnoreQueryFilters()
                .AsNoTracking()
                .Include(fact => fact.Office)
                .FirstOrDefaultAsync(fact => fact.Id == Entry, cancellationToken)
            ?? throw new NotFoundException();
        Office = Fact.Office!.Title;
    }
}
