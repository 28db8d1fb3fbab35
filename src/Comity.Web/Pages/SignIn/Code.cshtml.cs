using System.ComponentModel.DataAnnotations;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.SignIn;

/// <summary>The second step: the app's code.</summary>
public sealed class CodeModel(SecondStep step, SecondFactor factor, Sessions sessions, AttemptLimits limits, AfterAnswer after)
    : SecondStepPageModel(step, sessions, limits, after)
{
    [BindProperty]
    [Display(Name = "Code")]
    [Required(ErrorMessage = "Enter the code")]
    [MaxLength(20, ErrorMessage = "The code has six digits")]
    public string? Code { get; set; }

    protected override string Wrong => "The code is wrong, or it has been used. Enter the one that the app shows now";

    protected override Task<bool> RedeemAsync(Guid accountId, CancellationToken cancellationToken) =>
        factor.RedeemAsync(accountId, Code!, cancellationToken);
}
