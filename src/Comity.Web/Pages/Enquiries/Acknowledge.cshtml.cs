using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Service.Templates;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Enquiries;

public sealed class AcknowledgeModel(
    Comity.Service.Requests.Enquiries enquiries,
    EnquiryRules rules,
    AcknowledgeEnquiry act,
    StartFrom start,
    CurrentViewer current
) : ProtocolPageModel(enquiries, rules, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter what is happening with it")]
    [StringLength(10_000, ErrorMessage = "Use 10,000 characters or fewer")]
    public string? Explanation { get; set; }

    [BindProperty]
    public bool? Explains { get; set; }

    /// <summary>The template to start from, and the button that puts its words in.</summary>
    [BindProperty]
    public string? Template { get; set; }

    [BindProperty]
    public string? PutIn { get; set; }

    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    protected override string Missing => "";

    protected override bool WordsAreOptional => true;

    protected override bool May(Standing standing) => standing.IsOwner;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        Templates = await start.ChoicesAsync(Matter, TemplateUse.Acknowledgement, Viewer, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (PutIn is not null)
        {
            ModelState.Clear();
            if (
                await start.PutInAsync(Template, Explanation, Standing, TemplateUse.Acknowledgement, Viewer, cancellationToken) is { } words
            )
            {
                Explanation = words;
            }
            else
            {
                ModelState.AddModelError(nameof(Template), StartFrom.NothingChosen);
            }

            return Page();
        }

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
