using System.ComponentModel.DataAnnotations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.Concerns.Watch;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Concerns;

/// <summary>The viewer's own concerns, those they hear, and what they have begun to write.</summary>
public sealed class IndexModel(
    ConcernDrafts drafts,
    ConcernMatters concerns,
    LaterActsShown laterActs,
    ComityDb db,
    ContentStore contents,
    CouncilOnDate council,
    CurrentViewer current
) : PageModel
{
    public sealed record Line(string Reference, string Subject, MatterState State, DateTime OpenedAt);

    /// <summary>A reference, or part of the name of somebody in it. It is sent and not put into the address: those stand in histories.</summary>
    [BindProperty]
    [StringLength(100, ErrorMessage = "What you look for must be 100 characters or fewer")]
    public string? Find { get; set; }

    public bool MayRaise { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>How many later acts wait to be looked at by the viewer; null for whoever was shown none.</summary>
    public int? LaterActs { get; private set; }

    public IReadOnlyList<(Guid Id, DateTime ChangedAt)> Begun { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        MayRaise = viewer.OfficeIds.Count > 0;
        Begun = MayRaise ? await drafts.OfAsync(viewer, cancellationToken) : [];
        var shown = await laterActs.ToAsync(viewer, cancellationToken);
        LaterActs = shown.Count == 0 ? null : shown.Count(line => line.Act.Look is null);
        var rows = await db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, current.Now)
            .Where(matter => matter.Kind == Concern.MatterKind)
            .OrderByDescending(matter => matter.OpenedAt)
            .Select(matter => new
            {
                matter.Reference,
                matter.SubjectContentId,
                matter.State,
                matter.OpenedAt,
            })
            .ToListAsync(cancellationToken);
        var subjects = await contents.ReadTextsAsync([.. rows.Select(row => row.SubjectContentId).OfType<Guid>()], cancellationToken);
        Lines =
        [
            .. rows.Select(row => new Line(
                row.Reference,
                row.SubjectContentId is { } id && subjects.TryGetValue(id, out var subject) ? subject.Text : "Erased",
                row.State,
                row.OpenedAt
            )),
        ];
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (ModelState.IsValid && !string.IsNullOrWhiteSpace(Find))
        {
            Lines = await FoundAsync(Find.Trim(), await current.GetAsync(cancellationToken), cancellationToken);
        }

        return Page();
    }

    // Of what the viewer may see anyway, by what they may see of it: who raised one is found by those alone who may know it.
    private async Task<IReadOnlyList<Line>> FoundAsync(string wanted, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = PublicReference.TryParse(wanted, out var parsed) ? parsed.Value : null;
        var register = await council.RegisterAsync(current.Today, cancellationToken);
        var found = new List<Line>();
        foreach (var line in Lines)
        {
            var seen = await concerns.FindAsync(line.Reference, viewer, cancellationToken);
            var raiser = seen is { Course.RaisedBy: { } person } && seen.MaySee(Parts.Raiser) ? register.NameOf(person) : null;
            if (
                line.Reference == reference
                || new[] { line.Subject, raiser }.OfType<string>().Any(text => text.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            )
            {
                found.Add(line);
            }
        }

        return found;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        if (viewer.OfficeIds.Count == 0)
        {
            throw new NotFoundException();
        }

        return LocalRedirect($"/concerns/raise/{await drafts.StartAsync(viewer, cancellationToken):D}/about");
    }
}
