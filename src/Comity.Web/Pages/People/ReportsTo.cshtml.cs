using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>To which office an office reports, from a day on.</summary>
public sealed class ReportsToModel(ComityDb db, CurrentViewer current, RegisterChoices choices, MoveLineManagement move)
    : RegisterPage(current)
{
    [FromRoute]
    public Guid Office { get; set; }

    [BindProperty]
    public Guid? ManagerOfficeId { get; set; }

    [BindProperty]
    [Display(Name = "First day")]
    public DateOnly? From { get; set; }

    public string PostTitle { get; private set; } = "";
    public string? Above { get; private set; }
    public string Mark { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    private Guid? _above;

    public void OnGet() => ManagerOfficeId = _above;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new MoveLineManagementRequest(Office, ManagerOfficeId, From, Opened ?? "");
        return await FinishAsync(
            () => move.ExecuteAsync(viewer, request, cancellationToken),
            "The line has been changed",
            id => $"/people/posts/{id}",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        PostTitle =
            await db
                .Offices.Where(one => one.Id == Office && one.WardId == null)
                .Select(one => one.Title)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        var facts = await db
            .LineManagement.AsNoTracking()
            .Include(fact => fact.ManagerOffice)
            .Where(fact => fact.OfficeId == Office)
            .ToListAsync(cancellationToken);
        Mark = AsOpened.Of(facts);
        var now = facts.Find(fact => fact.InForceOn(Today));
        (_above, Above) = (now?.ManagerOfficeId, now?.ManagerOffice?.Title);
        Offices =
        [
            .. (await choices.OfficesAsync(Today, withSeats: false, cancellationToken)).Where(one => one.Value != Office.ToString()),
        ];
    }
}
