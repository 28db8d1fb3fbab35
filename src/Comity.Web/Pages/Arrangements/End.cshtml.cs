using System.ComponentModel.DataAnnotations;
using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>The last day of an arrangement.</summary>
public sealed class EndModel(ComityDb db, CurrentViewer current, EndArrangement end) : RegisterPage(current)
{
    [FromRoute]
    public Guid Entry { get; set; }

    [BindProperty]
    [Display(Name = "Last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    public Arrangement Fact { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Mark { get; private set; } = "";

    public void OnGet() => LastDay = Fact.Until;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => end.ExecuteAsync(viewer, new(Entry, LastDay, Minute, Opened ?? ""), cancellationToken),
            "It has an end",
            _ => "/arrangements",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Fact =
            await db.Arrangements.AsNoTracking().FirstOrDefaultAsync(one => one.Id == Entry, cancellationToken)
            ?? throw new NotFoundException();
        Title = ArrangementRules.Find(Fact.Key)?.Title ?? Fact.Key;
        Mark = AsOpened.Of([Fact]);
    }
}
