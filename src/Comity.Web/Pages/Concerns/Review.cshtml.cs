using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>Either side asks for the outcome to be looked at again, where the council has settled who does.</summary>
public sealed class ReviewModel(ConcernMatters concerns, AskConcernReview act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    public ConcernDoor? Reviewer { get; private set; }

    protected override string Missing => "Enter what is wrong with the outcome";

    protected override bool May(ConcernSeen seen) =>
        seen is { Matter.State: MatterState.Answered } && (seen.IsRaiser || (seen.IsSubject && seen.MaySee(Parts.Outcome)));

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Reviewer = await act.ReviewerAsync(Course, Today, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AskConcernReviewRequest(At, Words!.Trim()), Viewer, cancellationToken),
                "Somebody else will look at it again.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
