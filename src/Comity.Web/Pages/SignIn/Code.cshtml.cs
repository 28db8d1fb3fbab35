using System.ComponentModel.DataAnnotations;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.SignIn;

/// <summary>The second step: the app's code.</summary>
public sealed class CodeModel(SecondStep step, SecondFactor factor, Sessions sessions, AttemptLimits limits, AfterAnswer after) : PageModel
{
    [BindProperty]
    [Display(Name = "Code")]
    [Required(ErrorMessage = "Enter the code")]
    [MaxLength(20, ErrorMessage = "The code has six digits")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "then")]
    public string? Then { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await step.AccountAsync(cancellationToken) is null ? RedirectToPage("/SignIn/Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await step.AccountAsync(cancellationToken) is not { } account)
        {
            return RedirectToPage("/SignIn/Index");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!limits.TryBegin(HttpContext, account.Email!))
        {
            ModelState.AddModelError(nameof(Code), IndexModel.TooMany);
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }

        if (!await factor.RedeemAsync(account.Id, Code!, cancellationToken))
        {
            var email = account.Email!;
            await after.PostAsync(
                (services, stop) => services.GetRequiredService<Credentials>().CountFailureAsync(email, stop),
                cancellationToken
            );
            ModelState.AddModelError(nameof(Code), "The code is wrong, or it has been used. Enter the one that the app shows now");
            return Page();
        }

        await sessions.BeginAsync(account, Session.ByPassword, cancellationToken);
        return Url.IsLocalUrl(Then) ? LocalRedirect(Then) : LocalRedirect("/");
    }
}
