using Comity.Service.Accounts;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Comity.Web.Pages.Security;

public sealed class RemovePasskeyModel(
    OwnAccount own,
    UserManager<Account> accounts,
    Credentials credentials,
    Sessions sessions,
    AccountMail mail,
    ComityDb db
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    public string Name { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken) => await FindAsync(await own.GetAsync(cancellationToken));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        var id = await FindAsync(account);
        if (await own.FaultAsync(account, Password, cancellationToken) is { } wrong)
        {
            ModelState.AddModelError(nameof(Password), wrong);
            return Page();
        }

        await accounts.RemovePasskeyAsync(account, id);
        credentials.EndSessions(account);
        mail.Changed(account, $"the passkey called “{Name}” was removed");
        await db.SaveChangesAsync(cancellationToken);
        await sessions.BeginAsync(account, Session.ByPassword, cancellationToken);
        TempData[nameof(IndexModel.Done)] = "The passkey has been removed.";
        return RedirectToPage("/Security/Index");
    }

    private async Task<byte[]> FindAsync(Account account)
    {
        byte[] id;
        try
        {
            id = WebEncoders.Base64UrlDecode(Id);
        }
        catch (FormatException)
        {
            throw new NotFoundException();
        }

        var passkey = await accounts.GetPasskeyAsync(account, id) ?? throw new NotFoundException();
        Name = passkey.Name ?? "Passkey";
        return id;
    }
}
