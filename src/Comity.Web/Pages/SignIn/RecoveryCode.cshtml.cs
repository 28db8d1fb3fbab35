using System.ComponentModel.DataAnnotations;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.SignIn;

/// <summary>The second step for somebody whose app is lost.</summary>
public sealed class RecoveryCodeModel(SecondStep step, SecondFactor factor, Sessions sessions, AttemptLimits limits, AfterAnswer after)
    : SecondStepPageModel(step, sessions, limits, after)
{
    [BindProperty]
    [Display(Name = "Recovery code")]
    [Required(ErrorMessage = "Enter a recovery code")]
    [MaxLength(40, ErrorMessage = "A recovery code has sixteen letters and digits")]
    public string? Code { get; set; }

    protected override string Wrong => "The code is wrong, or it has been used";

    protected override Task<bool> RedeemAsync(Guid accountId, CancellationToken cancellationToken) =>
        factor.RedeemRecoveryCodeAsync(accountId, Code!, cancellationToken);
}
