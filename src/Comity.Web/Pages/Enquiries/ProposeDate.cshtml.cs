using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class ProposeDateModel(Comity.Service.Requests.Enquiries enquiries, ProposeDate act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    [BindProperty]
    [Display(Name = "The day of the full answer")]
    [Required(ErrorMessage = "Enter the day by which the full answer would come")]
    public DateOnly? Until { get; set; }

    protected override string Missing => "Enter what is happening";

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new ProposeDateRequest(At, Words!.Trim(), Until!.Value), Viewer, cancellationToken),
                "The member has been asked. The date stays until there is a yes.",
                nameof(Until),
                cancellationToken
            )
            : Page();
    }
}
