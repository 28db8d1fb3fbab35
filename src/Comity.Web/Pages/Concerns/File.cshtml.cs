using Comity.Service.Concerns;
using Comity.Service.Content;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Concerns;

/// <summary>A file of a concern, of the parts that the viewer was granted, as a download and never as a page.</summary>
public sealed class FileModel(ConcernMatters concerns, ComityDb db, ContentStore contents, ReadLog reads, CurrentViewer current)
    : ConcernPage(concerns, current)
{
    [FromRoute]
    public Guid Id { get; set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var (matter, granted) = (Matter.Id, Seen.Granted.ToList());
        var found = await (
            from attachment in db.Attachments.AsNoTracking()
            join message in db.Messages on attachment.MessageId equals message.Id
            where attachment.Id == Id && attachment.MatterId == matter && granted.Contains(message.Part)
            select new { File = attachment, message.Part }
        ).SingleOrDefaultAsync(cancellationToken);
        if (
            found is null
            || await contents.ReadBytesAsync(found.File.BytesContentId, cancellationToken) is not { } bytes
            || await contents.ReadTextAsync(found.File.NameContentId, cancellationToken) is not { } name
        )
        {
            throw new NotFoundException();
        }

        await reads.NoteAsync(Matter, found.Part, Viewer, cancellationToken);
        return File(bytes, "application/octet-stream", name);
    }
}
