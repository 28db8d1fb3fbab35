using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

public sealed class StepAsideModel(ConcernMatters concerns, StepAside act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    protected override string Missing => "Enter why you step aside";

    protected override bool WordsAreOptional => true;

    protected override bool May(ConcernSeen seen) => seen.IsOpen && (seen.IsHearer || seen.SaysWhoHears);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new StepAsideRequest(At, Words), Viewer, cancellationToken),
                "You have stepped aside.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
