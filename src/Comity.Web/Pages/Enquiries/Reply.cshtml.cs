using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class ReplyModel(Comity.Service.Requests.Enquiries enquiries, ReplyToEnquiry act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    protected override string Missing => "Enter your reply";

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new ReplyToEnquiryRequest(At, Words!.Trim(), files), Viewer, cancellationToken),
                "Your reply has been sent.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
