using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>What somebody is called, where notices go, and the body outside the council they belong to.</summary>
public sealed class NameModel(ComityDb db, CurrentViewer current, SavePerson save) : RegisterPage(current)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? OutsideBody { get; set; }

    public Person Person { get; private set; } = null!;
    public string Mark => AsOpened.Of(Person);

    public void OnGet() => (FullName, Email, OutsideBody) = (Person.FullName, Person.Email, Person.OutsideBody);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => save.ExecuteAsync(viewer, new SavePersonRequest(Id, FullName, Email, OutsideBody, Opened ?? ""), cancellationToken),
            "The entry has been corrected",
            id => $"/people/{id}",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Person =
            await db.People.AsNoTracking().FirstOrDefaultAsync(person => person.Id == Id, cancellationToken)
            ?? throw new NotFoundException();
}
