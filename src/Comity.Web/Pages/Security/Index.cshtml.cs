using System.Globalization;
using Comity.Service.Accounts;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Comity.Web.Pages.Security;

public sealed class IndexModel(
    OwnAccount own,
    SecondFactor factor,
    UserManager<Account> accounts,
    Credentials credentials,
    Sessions sessions,
    ComityDb db
) : PageModel
{
    public string Email { get; private set; } = "";
    public bool AppIsOn { get; private set; }
    public int CodesLeft { get; private set; }
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    /// <summary>What has just been done, said once.</summary>
    [TempData]
    public string? Done { get; set; }

    public sealed record Passkey(string Id, string Name, string Added);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        Email = account.Email ?? "";
        AppIsOn = account.TwoFactorEnabled;
        CodesLeft = await factor.CodesLeftAsync(account.Id, cancellationToken);
        Passkeys =
        [
            .. (await accounts.GetPasskeysAsync(account))
                .OrderBy(passkey => passkey.CreatedAt)
                .Select(passkey => new Passkey(
                    WebEncoders.Base64UrlEncode(passkey.CredentialId),
                    passkey.Name ?? "Passkey",
                    LondonTime.DateOf(passkey.CreatedAt.UtcDateTime).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))
                )),
        ];
    }

    public async Task<IActionResult> OnPostSignOutEverywhereAsync(CancellationToken cancellationToken)
    {
        credentials.EndSessions(await own.GetAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAsync();
        return LocalRedirect("/signed-out");
    }
}
