using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>The mediator, or whoever hears it, says how it went.</summary>
public sealed class MediatedModel(ConcernMatters concerns, EndMediation act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    /// <summary>yes or no.</summary>
    [BindProperty]
    public string? Settled { get; set; }

    protected override string Missing => "Enter what both sides are to read";

    protected override bool May(ConcernSeen seen) => EndMediation.May(seen);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Settled is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Settled), "Choose whether it is settled");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new EndMediationRequest(At, Settled == "yes", Words!.Trim()), Viewer, cancellationToken),
                "Both sides have been told how it went.",
                nameof(Settled),
                cancellationToken
            )
            : Page();
    }
}
