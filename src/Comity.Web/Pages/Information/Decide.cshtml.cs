using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class DecideModel(
    Comity.Service.Requests.Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    DecideItem act,
    CurrentViewer current
) : RulingPageModel(enquiries, items, rules, act, current)
{
    protected override bool May(Standing standing) => standing.IsOwner && InformationItems.IsAskedIn(standing.Matter);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var request = Take();
        return ModelState.IsValid
            ? await FinishAsync(
                () => Ruling.ExecuteAsync(request, Viewer, cancellationToken),
                "It is decided. The member is told in your reply.",
                IsThere ? nameof(Outcome) : nameof(Version),
                cancellationToken
            )
            : Page();
    }
}
