using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Security;

public sealed class RecoveryCodesModel(OwnAccount own, SecondFactor factor, AccountMail mail, ComityDb db) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // Carried by a protected cookie from the page on which the app was turned on, and gone once it was read.
        Codes = (TempData["Codes"] as string)?.Split(' ') ?? [];
        if (!(await own.GetAsync(cancellationToken)).TwoFactorEnabled)
        {
            throw new NotFoundException();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        if (!account.TwoFactorEnabled)
        {
            throw new NotFoundException();
        }

        if (await own.FaultAsync(account, Password, cancellationToken) is { } wrong)
        {
            ModelState.AddModelError(nameof(Password), wrong);
            return Page();
        }

        var codes = await factor.NewCodesAsync(account, cancellationToken);
        mail.Changed(account, "new recovery codes were made");
        await db.SaveChangesAsync(cancellationToken);
        return this.ShowCodes(codes);
    }
}

internal static class RecoveryCodesPages
{
    public static RedirectToPageResult ShowCodes(this PageModel page, IReadOnlyList<string> codes)
    {
        page.TempData["Codes"] = string.Join(' ', codes);
        return page.RedirectToPage("/Security/RecoveryCodes");
    }
}
