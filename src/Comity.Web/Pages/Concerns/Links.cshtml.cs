using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever hears a concern says which others have to do with it, and is shown those of them that they may see.</summary>
public sealed class LinksModel(
    ConcernMatters concerns,
    LinkConcerns act,
    ConcernCourses courses,
    ComityDb db,
    ContentStore contents,
    CurrentViewer current
) : ConcernWordsPage(concerns, current)
{
    public sealed record Line(string Reference, string Subject, string Reason);

    private const string ByReference = "other";

    /// <summary>The reference of one that is offered, or <c>other</c>.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Other { get; set; }

    public IReadOnlyList<Line> Linked { get; private set; } = [];

    /// <summary>Those that the viewer may see in which one of the two people stands, too.</summary>
    public IReadOnlyList<Line> Related { get; private set; } = [];

    protected override string Missing => "Enter what the two have to do with each other";

    protected override bool May(ConcernSeen seen) => seen is { IsHearer: true, IsOpen: true };

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var here = Matter.Id;
        var rows = await db
            .Matters.AsNoTracking()
            .VisibleTo(db, Viewer, Now)
            .Where(matter => matter.Kind == Concern.MatterKind && matter.Id != here)
            .OrderByDescending(matter => matter.OpenedAt)
            .Select(matter => new
            {
                matter.Id,
                matter.Reference,
                matter.SubjectContentId,
            })
            .ToListAsync(cancellationToken);
        var subjects = await contents.ReadTextsAsync([.. rows.Select(row => row.SubjectContentId).OfType<Guid>()], cancellationToken);
        var linked = Course.Linked.ToDictionary(link => link.MatterId, link => link.Reason);
        Guid[] people = [Course.About, .. Course.RaisedBy is { } raiser ? [raiser] : Array.Empty<Guid>()];
        var related = new List<Line>();
        foreach (var row in rows.Where(row => !linked.ContainsKey(row.Id)))
        {
            var course = await courses.ReadAsync(row.Id, cancellationToken);
            if (people.Contains(course.About) || (course.RaisedBy is { } by && people.Contains(by)))
            {
                related.Add(new Line(row.Reference, SubjectOf(row.SubjectContentId), ""));
            }
        }

        Related = related;
        Linked =
        [
            .. rows.Where(row => linked.ContainsKey(row.Id))
                .Select(row => new Line(row.Reference, SubjectOf(row.SubjectContentId), linked[row.Id])),
        ];

        string SubjectOf(Guid? id) => id is { } one && subjects.TryGetValue(one, out var subject) ? subject.Text : "Erased";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        var isTyped = Related.Count == 0 || Chosen == ByReference;
        if (!isTyped && Related.All(line => line.Reference != Chosen))
        {
            ModelState.AddModelError(nameof(Chosen), "Choose a concern, or give the reference of another");
        }
        else if (isTyped && !PublicReference.TryParse(Other, out _))
        {
            ModelState.AddModelError(nameof(Other), "Enter the reference of the other concern, for example WXQ4-7F2M-K9");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new LinkConcernsRequest(At, isTyped ? Other : Chosen, Words!.Trim()), Viewer, cancellationToken),
                "It is noted. Whoever may see both is shown that they are linked.",
                isTyped ? nameof(Other) : nameof(Chosen),
                cancellationToken
            )
            : Page();
    }
}
