using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>The one page by which the person whom a concern is about comes to know of it.</summary>
public sealed class TellModel(ConcernMatters concerns, TellSubject act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    [BindProperty]
    public List<string> Shown { get; set; } = [];

    protected override string Missing => "Enter what you tell them";

    protected override bool May(ConcernSeen seen) => seen is { IsHearer: true, Matter.State: MatterState.Acknowledged };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Shown.Exists(part => !TellSubject.MayShow.Contains(part)))
        {
            ModelState.AddModelError(nameof(Shown), "Choose from the list");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new TellSubjectRequest(At, Words!.Trim(), Shown), Viewer, cancellationToken),
                "The person has been told.",
                nameof(Shown),
                cancellationToken
            )
            : Page();
    }
}
