using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class NoteModel(Comity.Service.Requests.Enquiries enquiries, AddNote act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    protected override string Missing => "Enter the note";

    protected override bool May(Standing standing) => standing.MaySee(Comity.Service.Matters.Parts.Notes);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AddNoteRequest(At, Words!.Trim()), Viewer, cancellationToken),
                "The note has been added.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
