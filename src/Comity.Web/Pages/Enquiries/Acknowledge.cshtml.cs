using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class AcknowledgeModel(
    Comity.Service.Requests.Enquiries enquiries,
    EnquiryRules rules,
    AcknowledgeEnquiry act,
    CurrentViewer current
) : ProtocolPageModel(enquiries, rules, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter what is happening with it")]
    [StringLength(10_000, ErrorMessage = "Use 10,000 characters or fewer")]
    public string? Explanation { get; set; }

    [BindProperty]
    public bool? Explains { get; set; }

    protected override string Missing => "";

    protected override bool WordsAreOptional => true;

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);

        // Only where the protocol makes something of it is the officer asked whether it explains.
        if (Explains is null && !Says.Acknowledgement.IsSilent && ModelState[nameof(Explains)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(Explains), "Choose whether this explains in full what is happening");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () =>
                    act.ExecuteAsync(new AcknowledgeEnquiryRequest(At, Explanation!.Trim(), Explains ?? false), Viewer, cancellationToken),
                "Your acknowledgement has been sent.",
                nameof(Explanation),
                cancellationToken
            )
            : Page();
    }
}
