using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class LookAgainModel(
    Comity.Service.Requests.Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    DecideItem decide,
    DecideReview act,
    CurrentViewer current
) : RulingPageModel(enquiries, items, rules, decide, current)
{
    [BindProperty]
    public string? Upheld { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    protected override bool May(Standing standing) => AnswerDoubt.IsAskedOf(standing, Viewer, ItemQuestions.Reviewing);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Upheld is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Upheld), "Choose whether the decision stands");
        }

        var words = Text(Words, nameof(Words), "Enter why");
        var instead = Upheld == "no" ? Take() : null;
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new DecideReviewRequest(At, Number, instead is null, words, instead), Viewer, cancellationToken),
                "The member has been told.",
                nameof(Upheld),
                cancellationToken
            )
            : Page();
    }
}
