using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>Who acts for an office while its holder is away. The holder may say so too.</summary>
public sealed class AbsenceModel(ComityDb db, CouncilOnDate council, CurrentViewer current, RegisterChoices choices, AppointDeputy appoint)
    : DatedRegisterPage(current)
{
    [FromRoute]
    public Guid Office { get; set; }

    [BindProperty]
    public Guid? PersonId { get; set; }

    public string PostTitle { get; private set; } = "";
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => appoint.ExecuteAsync(viewer, new AppointDeputyRequest(Office, PersonId, From, Until), cancellationToken),
            "The deputy has been named",
            _ => $"/people/posts/{Office}",
            cancellationToken
        );
    }

    protected override async Task<bool> MayAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return viewer.MayKeepRegister()
            || await council
                .Facts<Holding>(Today)
                .AnyAsync(fact => fact.OfficeId == Office && fact.PersonId == viewer.PersonId, cancellationToken);
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        PostTitle =
            await db
                .Offices.Where(one => one.Id == Office && one.WardId == null)
                .Select(one => one.Title)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        People = await choices.PeopleAsync(Today, cancellationToken);
    }
}
