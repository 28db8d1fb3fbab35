using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class ExtendModel(Comity.Service.Requests.Enquiries enquiries, ExtendDate act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter how many more working days")]
    [Range(1, 60, ErrorMessage = "How many more working days must be between 1 and 60")]
    public int? Days { get; set; }

    protected override string Missing => "Enter why the date is put back";

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new ExtendDateRequest(At, Days!.Value, Words!.Trim()), Viewer, cancellationToken),
                "The date has been put back and the member has been told why.",
                nameof(Days),
                cancellationToken
            )
            : Page();
    }
}
