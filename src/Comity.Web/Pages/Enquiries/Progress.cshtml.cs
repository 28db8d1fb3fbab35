using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class ProgressModel(Comity.Service.Requests.Enquiries enquiries, ReportProgress act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    protected override string Missing => "Enter how it is going";

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new ReportProgressRequest(At, Words!.Trim()), Viewer, cancellationToken),
                "The member has been told.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
