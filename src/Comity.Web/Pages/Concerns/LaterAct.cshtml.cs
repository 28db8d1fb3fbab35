using Comity.Service.Concerns;
using Comity.Service.Concerns.Watch;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Concerns;

/// <summary>One later act, for whoever watches over the concern: what was done, what the protocol says of such a thing, and that they have looked at it.</summary>
public sealed class LaterActModel(
    ConcernMatters concerns,
    LookAtLaterAct act,
    LaterActRules rules,
    CouncilOnDate council,
    ComityDb db,
    ContentStore contents,
    ReadLog reads,
    CurrentViewer current
) : ConcernWordsPage(concerns, current)
{
    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public string? Did { get; set; }

    public LaterAct Shown => Course.LaterActs.First(one => one.Number == Number);

    public string What { get; private set; } = "";

    /// <summary>In the words of whoever raised the concern, where they said it; null where the record does.</summary>
    public string? Said { get; private set; }

    public IReadOnlyList<FileShown> SaidWith { get; private set; } = [];

    /// <summary>What the protocol says of it; null where the concern comes from outside the council.</summary>
    public LaterActSays? Says { get; private set; }

    protected override string Missing => "Enter what you make of it";

    protected override string After => "/concerns/watch";

    protected override bool May(ConcernSeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.WatchesOver && seen.Course.LaterActs.Any(one => one.Number == Number);
    }

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        What = LaterActWords.What(await council.RegisterAsync(Today, cancellationToken), Course, Shown);
        Says = Course.RaisedBy is { } raiser ? await rules.SaysAsync(Shown.By, raiser, Shown.On, cancellationToken) : null;
        if (Shown.IsReported)
        {
            var (matter, id) = (Matter.Id, Shown.MessageId);
            var message = await db
                .Messages.AsNoTracking()
                .Include(one => one.Attachments)
                .SingleAsync(one => one.Id == id && one.MatterId == matter && one.Part == Parts.LaterActs, cancellationToken);
            var texts = await contents.ReadTextsAsync(
                [message.ContentId, .. message.Attachments.Select(file => file.NameContentId)],
                cancellationToken
            );
            Said = TextOf(message.ContentId);
            SaidWith = [.. message.Attachments.Select(file => new FileShown(file.Id, TextOf(file.NameContentId), file.Size))];

            string TextOf(Guid text) => texts.TryGetValue(text, out var found) ? found.Text : "Erased. The record keeps its hash.";
        }

        await reads.NoteAsync(Matter, Parts.LaterActs, Viewer, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (!LaterActLook.All.Contains(Did))
        {
            ModelState.AddModelError(nameof(Did), "Choose what you did");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new LookAtLaterActRequest(At, Number, Did!, Words!.Trim()), Viewer, cancellationToken),
                "It is noted that you have looked at it.",
                nameof(Did),
                cancellationToken
            )
            : Page();
    }
}
