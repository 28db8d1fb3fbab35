using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Accounts;

public sealed class PersonModel(ComityDb db, CurrentViewer current, Invitations invitations, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid PersonId { get; set; }

    [TempData]
    public string? Done { get; set; }

    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    public string State { get; private set; } = "";
    public bool CanBeInvited { get; private set; }
    public bool CanBeClosed { get; private set; }

    /// <summary>Shown once, where the council sends no mail.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await MayAsync(cancellationToken) ? await ShowAsync(cancellationToken) : Forbid();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken) =>
        await MayAsync(cancellationToken)
            ? await AfterAsync(
                await invitations.InviteAsync(await current.ActingAsync(cancellationToken), PersonId, cancellationToken),
                "The invitation is on its way.",
                cancellationToken
            )
            : Forbid();

    public async Task<IActionResult> OnPostNewLinkAsync(CancellationToken cancellationToken) =>
        await MayAsync(cancellationToken)
            ? await AfterAsync(
                await invitations.NewLinkAsync(await current.ActingAsync(cancellationToken), PersonId, cancellationToken),
                "The link is on its way.",
                cancellationToken
            )
            : Forbid();

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
    {
        if (!await MayAsync(cancellationToken))
        {
            return Forbid();
        }

        await invitations.CloseAsync(await current.ActingAsync(cancellationToken), PersonId, cancellationToken);
        Done = "The account has been closed.";
        return RedirectToPage();
    }

    private async Task<bool> MayAsync(CancellationToken cancellationToken) =>
        AccountKeepers.Includes(await current.GetAsync(cancellationToken));

    private async Task<IActionResult> AfterAsync(Invitations.Result result, string done, CancellationToken cancellationToken)
    {
        if (result.Refusal is null && result.LinkToHandOver is null)
        {
            Done = done;
            return RedirectToPage();
        }

        if (result.Refusal is not null)
        {
            ModelState.AddModelError("", result.Refusal);
        }

        Link = result.LinkToHandOver?.AbsoluteUri;
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == PersonId, cancellationToken);
        if (person is null)
        {
            throw new NotFoundException();
        }

        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(known => known.PersonId == PersonId, cancellationToken);
        Name = person.FullName;
        Email = person.Email;
        State = AccountState.Of(account, clock.GetUtcNow());
        CanBeInvited = account is null or { ClosedAt: not null } or { PasswordHash: null };
        CanBeClosed = account is { ClosedAt: null };
        return Page();
    }
}
