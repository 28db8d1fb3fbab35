using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class DoubtModel(Comity.Service.Requests.Enquiries enquiries, InformationItems items, RaiseDoubt act, CurrentViewer current)
    : ItemPageModel(enquiries, items, current)
{
    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    protected override bool May(Standing standing) => (standing.IsOwner || standing.IsAsker) && InformationItems.IsAskedIn(standing.Matter);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var about = Standing.IsOwner ? About : RaiseDoubt.Difficulty;
        if (!RaiseDoubt.Kinds.Contains(about))
        {
            ModelState.AddModelError(nameof(About), "Choose what is in doubt");
        }

        var words = Text(Words, nameof(Words), Standing.IsOwner ? "Enter what you are not sure of" : "Enter what the difficulty is");
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new RaiseDoubtRequest(At, Number, about!, words), Viewer, cancellationToken),
                "It has been asked. Nothing is decided until there is an answer.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
