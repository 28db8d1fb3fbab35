using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class ReviewModel(Comity.Service.Requests.Enquiries enquiries, InformationItems items, AskReview act, CurrentViewer current)
    : ItemPageModel(enquiries, items, current)
{
    [BindProperty]
    public string? Words { get; set; }

    protected override bool May(Standing standing) => standing.IsAsker && InformationItems.IsAskedIn(standing.Matter);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var words = Text(Words, nameof(Words), "Enter what you think is wrong");
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AskReviewRequest(At, Number, words), Viewer, cancellationToken),
                "It will be looked at again, by somebody else.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
