using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class DelayModel(Comity.Service.Requests.Enquiries enquiries, EnquiryRules rules, TellOfDelay act, CurrentViewer current)
    : ProtocolPageModel(enquiries, rules, current)
{
    [BindProperty]
    [Display(Name = "When you now expect to reply")]
    [Required(ErrorMessage = "Enter when you now expect to reply in full")]
    public DateOnly? ExpectedOn { get; set; }

    protected override string Missing => "Enter why it will take longer";

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (ExpectedOn <= Today)
        {
            ModelState.AddModelError(nameof(ExpectedOn), "When you now expect to reply must be in the future");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new TellOfDelayRequest(At, Words!.Trim(), ExpectedOn!.Value), Viewer, cancellationToken),
                "The member has been told. The date by which an answer is owed has not moved.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
