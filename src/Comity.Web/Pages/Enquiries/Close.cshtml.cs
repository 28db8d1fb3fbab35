using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class CloseModel(Comity.Service.Requests.Enquiries enquiries, CloseEnquiry act, CurrentViewer current)
    : EnquiryPageModel(enquiries, current)
{
    protected override bool May(Standing standing) => standing.IsAsker;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await FinishAsync(
            () => act.ExecuteAsync(new CloseEnquiryRequest(At), Viewer, cancellationToken),
            "It is closed.",
            "",
            cancellationToken
        );
    }
}
