using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Comity.Service.Accounts;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Comity.Web.Pages.Security;

/// <summary>Until the app has shown a right code its secret exists only on the page, protected and bound to the account.</summary>
public sealed class AuthenticatorModel(
    OwnAccount own,
    SecondFactor factor,
    AccountMail mail,
    ThisCouncil council,
    IDataProtectionProvider protection,
    ComityDb db
) : PageModel
{
    [BindProperty]
    [Display(Name = "Code")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Setup { get; set; }

    public bool IsOn { get; private set; }
    public QrSquare? Square { get; private set; }
    public string Key { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        Show(account, SecondFactor.NewSecret());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        if (account.TwoFactorEnabled)
        {
            return RedirectToPage();
        }

        if (SecretOf(account) is not { } secret)
        {
            ModelState.AddModelError(nameof(Code), "The page was open for too long. Set the app up with the new square");
            Show(account, SecondFactor.NewSecret());
            return Page();
        }

        Show(account, secret);
        if (await own.FaultAsync(account, Password, cancellationToken) is { } wrong)
        {
            ModelState.AddModelError(nameof(Password), wrong);
        }

        var codes = string.IsNullOrWhiteSpace(Code) ? null : await factor.TurnOnAsync(account, secret, Code, cancellationToken);
        if (codes is null)
        {
            ModelState.AddModelError(
                nameof(Code),
                string.IsNullOrWhiteSpace(Code)
                    ? "Enter the code that the app shows"
                    : "The code is wrong. Check the time on your phone and enter the code that the app shows now"
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        mail.Changed(account, "an authenticator app was added");
        await db.SaveChangesAsync(cancellationToken);
        return this.ShowCodes(codes!);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        if (await own.FaultAsync(account, Password, cancellationToken) is { } wrong)
        {
            ModelState.AddModelError(nameof(Password), wrong);
            Show(account, SecondFactor.NewSecret());
            return Page();
        }

        await factor.TurnOffAsync(account, cancellationToken);
        mail.Changed(account, "the authenticator app was turned off");
        await db.SaveChangesAsync(cancellationToken);
        TempData[nameof(IndexModel.Done)] = "The authenticator app is off.";
        return RedirectToPage("/Security/Index");
    }

    private void Show(Account account, byte[] secret)
    {
        IsOn = account.TwoFactorEnabled;
        var key = Totp.ToBase32(secret);
        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        Square = QrSquare.Of(Totp.Uri(council.Name, account.Email ?? "", secret));
        Setup = WebEncoders.Base64UrlEncode(Protector(account).Protect(secret));
    }

    private byte[]? SecretOf(Account account)
    {
        try
        {
            return Protector(account).Unprotect(WebEncoders.Base64UrlDecode(Setup ?? ""));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Account account) =>
        protection.CreateProtector("authenticator-setup", account.Id.ToString("N"), account.SecurityStamp ?? "");
}
