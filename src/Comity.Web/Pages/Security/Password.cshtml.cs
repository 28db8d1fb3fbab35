using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Security;

public sealed class PasswordModel(
    OwnAccount own,
    Credentials credentials,
    Sessions sessions,
    AccountMail mail,
    CurrentViewer current,
    ThisCouncil council,
    ComityDb db
) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await own.GetAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        var viewer = await current.GetAsync(cancellationToken);
        if (PasswordRules.Fault(Password, viewer.Name, account.Email, council.Name) is { } weak)
        {
            ModelState.AddModelError(nameof(Password), weak);
        }

        if (await own.FaultAsync(account, Current, cancellationToken) is { } wrong)
        {
            ModelState.AddModelError(nameof(Current), wrong);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        credentials.SetPassword(account, Password!);
        mail.Changed(account, "the password was changed");
        await db.SaveChangesAsync(cancellationToken);
        await sessions.BeginAsync(account, Session.ByPassword, cancellationToken);
        TempData[nameof(IndexModel.Done)] = "Your password has been changed.";
        return RedirectToPage("/Security/Index");
    }
}
