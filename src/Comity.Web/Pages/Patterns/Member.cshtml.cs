using Comity.Service.Kept;
using Comity.Service.Patterns;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Patterns;

/// <summary>How much one member asks, and what the Monitoring Officer makes of it.</summary>
public sealed class MemberModel(RequestPatterns patterns, NotePattern notes, CouncilNow council, CurrentViewer current) : PageModel
{
    [FromRoute(Name = "member")]
    public Guid MemberId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    public PatternsRead Read { get; private set; } = PatternsRead.Silent;

    public MemberPattern Member => Read.Members[0];

    /// <summary>What was written before, with whoever wrote it.</summary>
    public IReadOnlyList<(NotePattern.Written Written, string By)> Notes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        switch (await notes.ExecuteAsync(new NotePatternRequest(MemberId, Note, Next), viewer, cancellationToken))
        {
            case RegisterChange.Done:
                TempData["Done"] = "It is written down.";
                return LocalRedirect($"/patterns/{MemberId}");
            case RegisterChange.Refused refused:
                await LoadAsync(cancellationToken);
                ModelState.AddErrors(refused);
                return Page();
            default:
                throw new NotFoundException();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        Read = await patterns.ReadAsync(viewer, MemberId, cancellationToken) ?? throw new NotFoundException();
        var register = (await council.GetAsync(cancellationToken)).Register;
        Notes =
        [
            .. (await notes.OfAsync(viewer, MemberId, cancellationToken)).Select(written => (written, register.NameOf(written.ById) ?? "")),
        ];
    }
}
