using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Enquiries;

/// <summary>Hands a file out as a download and never as a page: whatever is in it, no browser runs it in the council's name.</summary>
public sealed class FileModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    ReadLog reads,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var granted = Standing.Granted.ToList();
        var file = await (
            from attachment in db.Attachments.AsNoTracking()
            join message in db.Messages on attachment.MessageId equals message.Id
            where attachment.Id == Id && attachment.MatterId == Matter.Id && granted.Contains(message.Part)
            select attachment
        ).SingleOrDefaultAsync(cancellationToken);
        if (
            file is null
            || await contents.ReadBytesAsync(file.BytesContentId, cancellationToken) is not { } bytes
            || await contents.ReadTextAsync(file.NameContentId, cancellationToken) is not { } name
        )
        {
            throw new NotFoundException();
        }

        if (Matter.Class == ContentClass.Sealed)
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }

        // The stored media type is for people to read; the browser is told only that these are bytes to save.
        return File(bytes, "application/octet-stream", name);
    }
}
