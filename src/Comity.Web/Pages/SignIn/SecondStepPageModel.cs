using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.SignIn;

/// <summary>After the right password: something that only the owner of the account has.</summary>
public abstract class SecondStepPageModel(SecondStep step, Sessions sessions, AttemptLimits limits, AfterAnswer after) : PageModel
{
    private const string Field = "Code";

    [BindProperty(SupportsGet = true, Name = "then")]
    public string? Then { get; set; }

    /// <summary>What is said of a code that is not the right one.</summary>
    protected abstract string Wrong { get; }

    /// <summary>True once for a right code.</summary>
    protected abstract Task<bool> RedeemAsync(Guid accountId, CancellationToken cancellationToken);

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

        var email = account.Email!;
        if (!limits.TryBegin(HttpContext, email))
        {
            ModelState.AddModelError(Field, IndexModel.TooMany);
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }

        if (!await RedeemAsync(account.Id, cancellationToken))
        {
            await after.PostAsync(
                (services, stop) => services.GetRequiredService<Credentials>().CountFailureAsync(email, stop),
                cancellationToken
            );
            ModelState.AddModelError(Field, Wrong);
            return Page();
        }

        await sessions.BeginAsync(account, Session.ByPassword, cancellationToken);
        return Url.IsLocalUrl(Then) ? LocalRedirect(Then) : LocalRedirect("/");
    }
}
