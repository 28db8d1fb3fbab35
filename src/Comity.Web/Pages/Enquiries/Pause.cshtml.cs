using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class PauseModel(Comity.Service.Requests.Enquiries enquiries, PauseClock act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    protected override string Missing => "Enter what you need to know";

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new PauseClockRequest(At, Words!.Trim()), Viewer, cancellationToken),
                "The member has been asked and the clock is paused.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
