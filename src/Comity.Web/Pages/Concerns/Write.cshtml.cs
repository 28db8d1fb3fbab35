using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

public sealed class WriteModel(ConcernMatters concerns, WriteInConcern act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    protected override string Missing => "Enter what you want to say";

    protected override bool May(ConcernSeen seen) => seen.IsOpen && (seen.IsHearer || seen.IsRaiser);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new WriteInConcernRequest(At, Words!.Trim(), files), Viewer, cancellationToken),
                "It has been sent.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
