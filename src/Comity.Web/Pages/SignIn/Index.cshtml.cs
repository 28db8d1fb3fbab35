using System.ComponentModel.DataAnnotations;
using Comity.Service.Accounts;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.SignIn;

/// <summary>Password, and then the code if the account has an app; or a passkey, which is both.</summary>
public sealed class IndexModel(
    Credentials credentials,
    Sessions sessions,
    Passkeys passkeys,
    AttemptLimits limits,
    AfterAnswer after,
    ThisCouncil council
) : PageModel
{
    /// <summary>One sentence for every reason there may be: another would tell which.</summary>
    public const string Wrong =
        "The email address or the password is wrong, or the account is locked for a quarter of an hour after many tries";

    public const string TooMany = "Too many tries. Wait a quarter of an hour, then try again";

    [BindProperty]
    [Display(Name = "Email address")]
    [Required(ErrorMessage = "Enter your email address")]
    [MaxLength(254, ErrorMessage = "The email address must have 254 characters or fewer")]
    public string? Email { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter your password")]
    [MaxLength(PasswordRules.Longest, ErrorMessage = "The password must have 200 characters or fewer")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = "then")]
    public string? Then { get; set; }

    [BindProperty(SupportsGet = true, Name = "changed")]
    public bool PasswordWasChanged { get; set; }

    /// <remarks>Before the council is set up nobody can sign in, and whoever types its address wants to set it up.</remarks>
    public IActionResult OnGet() =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect("/")
        : council.SetUpComplete ? Page()
        : LocalRedirect("/set-up");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!limits.TryBegin(HttpContext, Email!))
        {
            return Refuse(TooMany, StatusCodes.Status429TooManyRequests);
        }

        if (await credentials.FindAsync(Email!, Password!, cancellationToken) is not { } account)
        {
            var email = Email!;
            await after.PostAsync(
                (services, stop) => services.GetRequiredService<Credentials>().CountFailureAsync(email, stop),
                cancellationToken
            );
            return Refuse(Wrong, StatusCodes.Status400BadRequest);
        }

        return account.TwoFactorEnabled ? await AskForCodeAsync(account) : await BeginAsync(account, Session.ByPassword, cancellationToken);
    }

    /// <summary>For the page's script: the question to the authenticator.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskToSignInAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? credential, CancellationToken cancellationToken)
    {
        // The password's fields are not part of this form.
        ModelState.Clear();
        if (!limits.TryBegin(HttpContext, "passkey"))
        {
            return Refuse(TooMany, StatusCodes.Status429TooManyRequests);
        }

        limits.Succeeded("passkey");
        return await passkeys.AnswerToSignInAsync(credential) is { } account
            ? await BeginAsync(account, Session.ByPasskey, cancellationToken)
            : Refuse("That passkey did not work here. Try again, or use your password", StatusCodes.Status400BadRequest);
    }

    private async Task<IActionResult> AskForCodeAsync(Account account)
    {
        await sessions.BeginSecondStepAsync(account);
        return RedirectToPage("/SignIn/Code", new { then = Then });
    }

    private async Task<IActionResult> BeginAsync(Account account, string how, CancellationToken cancellationToken)
    {
        await sessions.BeginAsync(account, how, cancellationToken);
        return Url.IsLocalUrl(Then) ? LocalRedirect(Then) : LocalRedirect("/");
    }

    private PageResult Refuse(string why, int status)
    {
        // Which of the two fields it is would say too much; the first is where one begins again.
        ModelState.AddModelError(nameof(Email), why);
        return new PageResult { StatusCode = status };
    }
}
