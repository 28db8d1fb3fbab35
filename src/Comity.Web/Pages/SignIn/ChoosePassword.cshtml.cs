using Comity.Service.Accounts;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.SignIn;

/// <summary>Where the link of an invitation, or of a forgotten password, leads.</summary>
public sealed class ChoosePasswordModel(
    ComityDb db,
    OneTimeLinks links,
    Credentials credentials,
    Sessions sessions,
    AccountMail mail,
    ThisCouncil council
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whose account it is; null when the link opens nothing.</summary>
    public string? Name { get; private set; }

    public string? Email { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await OpenAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } account)
        {
            return Page();
        }

        if (PasswordRules.Fault(Password, Name, Email, council.Name) is { } fault)
        {
            ModelState.AddModelError(nameof(Password), fault);
            return Page();
        }

        var isInvitation = account.PasswordHash is null;
        credentials.SetPassword(account, Password!);
        account.EmailConfirmed = true;
        if (!isInvitation)
        {
            mail.Changed(account, "a new password was chosen by a link that was sent to you");
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The link was used a moment ago in another window.
            Name = null;
            return Page();
        }

        if (!isInvitation)
        {
            // Whoever holds the link has the mail account, which is one factor; the other is still to be asked for.
            return RedirectToPage("/SignIn/Index", new { changed = true });
        }

        await sessions.BeginAsync(account, Session.ByPassword, cancellationToken);
        return LocalRedirect("/security");
    }

    private async Task<Account?> OpenAsync(CancellationToken cancellationToken)
    {
        if (await links.OpenAsync(db, Code, cancellationToken) is not { } account)
        {
            return null;
        }

        Email = account.Email;
        Name = await db
            .People.Where(person => person.Id == account.PersonId)
            .Select(person => person.FullName)
            .SingleAsync(cancellationToken);
        return account;
    }
}
