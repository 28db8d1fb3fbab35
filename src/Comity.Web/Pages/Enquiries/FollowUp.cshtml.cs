using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class FollowUpModel(Comity.Service.Requests.Enquiries enquiries, FollowUpEnquiry act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    protected override string Missing => "Enter what you want to add or ask";

    protected override bool May(Standing standing) => standing.IsAsker;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new FollowUpEnquiryRequest(At, Words!.Trim(), files), Viewer, cancellationToken),
                "It has been sent.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
