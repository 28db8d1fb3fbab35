using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever raised it has somebody else hear it, when nobody took it up in time.</summary>
public sealed class AnotherHearerModel(ConcernMatters concerns, AskAnotherHearer act, CurrentViewer current)
    : ConcernWordsPage(concerns, current)
{
    protected override string Missing => "Enter why";

    protected override bool WordsAreOptional => true;

    protected override bool May(ConcernSeen seen) => seen is { IsRaiser: true, Matter.State: MatterState.Open };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AskAnotherHearerRequest(At, Words), Viewer, cancellationToken),
                "It is in other hands now.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
