using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class AnswerModel(Comity.Service.Requests.Enquiries enquiries, AnswerPause act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    protected override string Missing => "Enter your answer";

    protected override bool May(Standing standing) => standing.IsAsker;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AnswerPauseRequest(At, Words!.Trim(), files), Viewer, cancellationToken),
                "Your answer has been sent and the clock runs again.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
