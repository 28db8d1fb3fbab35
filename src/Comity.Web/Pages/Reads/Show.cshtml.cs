using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Reads;

/// <summary>The member who asked lets the Monitoring Officer look at who has opened what.</summary>
public sealed class ShowModel(Comity.Service.Requests.Enquiries enquiries, ShowReads act, CurrentViewer current)
    : EnquiryPageModel(enquiries, current)
{
    protected override bool May(Standing standing) => standing.IsAsker;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await FinishAsync(
            () => act.ExecuteAsync(new ShowReadsRequest(At), Viewer, cancellationToken),
            "The Monitoring Officer has been told and can see who has read it.",
            "",
            cancellationToken
        );
    }
}
