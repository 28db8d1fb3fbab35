using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class AcknowledgeModel(Comity.Service.Requests.Enquiries enquiries, AcknowledgeEnquiry act, CurrentViewer current)
    : EnquiryPageModel(enquiries, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter what is happening with it")]
    [StringLength(10_000, ErrorMessage = "Use 10,000 characters or fewer")]
    public string? Explanation { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choose whether this explains in full what is happening")]
    public bool? Explains { get; set; }

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AcknowledgeEnquiryRequest(At, Explanation!.Trim(), Explains!.Value), Viewer, cancellationToken),
                "Your acknowledgement has been sent.",
                nameof(Explanation),
                cancellationToken
            )
            : Page();
    }
}
