using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

public sealed class NoteModel(ConcernMatters concerns, NoteInConcern act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    protected override string Missing => "Enter the note";

    protected override bool May(ConcernSeen seen) => seen.IsHearer;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new NoteInConcernRequest(At, Words!.Trim()), Viewer, cancellationToken),
                "The note has been added.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
