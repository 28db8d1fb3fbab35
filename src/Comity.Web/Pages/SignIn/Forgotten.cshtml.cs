using System.ComponentModel.DataAnnotations;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.SignIn;

/// <summary>The answer is the same whether or not there is such an account, and goes out before anybody looks.</summary>
public sealed class ForgottenModel(Settings settings, AttemptLimits limits, AfterAnswer after) : PageModel
{
    [BindProperty]
    [Display(Name = "Email address")]
    [Required(ErrorMessage = "Enter your email address")]
    [MaxLength(254, ErrorMessage = "The email address must have 254 characters or fewer")]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool Sent { get; set; }

    public bool HasMail => settings.Mail is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Counted apart from signing in: asking for a link must not lock anybody out.
        if (!limits.TryBegin(HttpContext, "forgotten " + Email))
        {
            ModelState.AddModelError("", IndexModel.TooMany);
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }

        var email = Email!;
        await after.PostAsync(
            (services, stop) => services.GetRequiredService<Invitations>().SendForgottenAsync(email, stop),
            cancellationToken
        );
        return RedirectToPage(new { sent = true });
    }
}
