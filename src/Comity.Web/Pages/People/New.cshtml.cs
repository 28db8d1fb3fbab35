using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.People;

/// <summary>A person who is not in the register yet, of the council or outside it.</summary>
public sealed class NewModel(CurrentViewer current, SavePerson save) : RegisterPage(current)
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? OutsideBody { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => save.ExecuteAsync(viewer, new SavePersonRequest(null, FullName, Email, OutsideBody), cancellationToken),
            "The person has been entered. Now say which office they hold",
            id => $"/people/{id}/appoint",
            cancellationToken
        );
    }

    protected override Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
