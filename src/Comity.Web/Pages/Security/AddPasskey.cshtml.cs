using System.ComponentModel.DataAnnotations;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Security;

public sealed class AddPasskeyModel(OwnAccount own, Passkeys passkeys, AccountMail mail, CurrentViewer current, ComityDb db) : PageModel
{
    [BindProperty]
    [Display(Name = "Name")]
    [Required(ErrorMessage = "Enter a name for the passkey")]
    [MaxLength(60, ErrorMessage = "The name must have 60 characters or fewer")]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await own.GetAsync(cancellationToken);

    /// <summary>For the page's script: what the authenticator is to make.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        var viewer = await current.GetAsync(cancellationToken);
        return Content(await passkeys.AskToAddAsync(account, viewer.Name), "application/json");
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? credential, CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        if (await own.FaultAsync(account, Password, cancellationToken) is { } wrong)
        {
            ModelState.AddModelError(nameof(Password), wrong);
        }

        if (ModelState.IsValid && !await passkeys.AddAsync(account, credential, Name!))
        {
            ModelState.AddModelError("", "The passkey was not made. Try again");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        mail.Changed(account, $"a passkey called “{Name}” was added");
        await db.SaveChangesAsync(cancellationToken);
        TempData[nameof(IndexModel.Done)] = "The passkey has been added.";
        return RedirectToPage("/Security/Index");
    }
}
