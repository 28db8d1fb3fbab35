using Comity.Service.Concerns;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Concerns;

/// <summary>The viewer's own concerns, those they hear, and what they have begun to write.</summary>
public sealed class IndexModel(ConcernDrafts drafts, ComityDb db, ContentStore contents, CurrentViewer current) : PageModel
{
    public sealed record Line(string Reference, string Subject, MatterState State, DateTime OpenedAt);

    public bool MayRaise { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<(Guid Id, DateTime ChangedAt)> Begun { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        MayRaise = viewer.OfficeIds.Count > 0;
        Begun = MayRaise ? await drafts.OfAsync(viewer, cancellationToken) : [];
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
