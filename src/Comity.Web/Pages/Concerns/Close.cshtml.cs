using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever raised it withdraws it; whoever hears it puts it away once it has an outcome.</summary>
public sealed class CloseModel(ConcernMatters concerns, CloseConcern act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    protected override string Missing => "Enter a last word";

    protected override bool May(ConcernSeen seen) => CloseConcern.May(seen);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new CloseConcernRequest(At, Words!.Trim()), Viewer, cancellationToken),
                Seen.IsRaiser ? "It has been withdrawn." : "It has been closed.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
