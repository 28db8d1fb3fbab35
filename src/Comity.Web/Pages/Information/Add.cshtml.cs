using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class AddModel(Comity.Service.Requests.Enquiries enquiries, AddItems act, CurrentViewer current)
    : EnquiryPageModel(enquiries, current)
{
    [BindProperty]
    public string? Asked { get; set; }

    protected override string After => $"/enquiries/{Matter.Reference}/information";

    protected override bool May(Standing standing) => standing.IsOwner && InformationItems.IsAskedIn(standing.Matter);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var lines = AddItems.Lines(Asked);
        if (lines.Count == 0)
        {
            ModelState.AddModelError(nameof(Asked), "Enter what was asked for");
        }
        else if (lines.Any(line => line.Length > AddItems.LongestItem))
        {
            ModelState.AddModelError(nameof(Asked), "Use 300 characters or fewer for each thing");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AddItemsRequest(At, Asked!), Viewer, cancellationToken),
                "It is on the list.",
                nameof(Asked),
                cancellationToken
            )
            : Page();
    }
}
