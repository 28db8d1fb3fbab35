using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>For the person whom it is about, once told.</summary>
public sealed class AnswerModel(ConcernMatters concerns, AnswerConcern act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    protected override string Missing => "Enter your answer";

    protected override bool May(ConcernSeen seen) => seen is { IsSubject: true, IsOpen: true } && seen.MaySee(Parts.Answer);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AnswerConcernRequest(At, Words!.Trim(), files), Viewer, cancellationToken),
                "Your answer has been sent.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
