using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns;

/// <summary>Files of a concern, of the parts that the viewer was granted. Each that is handed out is logged.</summary>
public sealed class ConcernFiles(ComityDb db, ContentStore contents, ReadLog reads)
{
    /// <returns>Null for a file that is not there, or not for this viewer.</returns>
    public async Task<ConcernFile?> FindAsync(ConcernSeen seen, Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var (matter, granted) = (seen.Matter.Id, seen.Granted.ToList());
        var found = await (
            from attachment in db.Attachments.AsNoTracking()
            join message in db.Messages on attachment.MessageId equals message.Id
            where attachment.Id == id && attachment.MatterId == matter && granted.Contains(message.Part)
            select new { File = attachment, message.Part }
        ).SingleOrDefaultAsync(cancellationToken);
        if (
            found is null
            || await contents.ReadBytesAsync(found.File.BytesContentId, cancellationToken) is not { } bytes
            || await contents.ReadTextAsync(found.File.NameContentId, cancellationToken) is not { } name
        )
        {
            return null;
        }

        await reads.NoteAsync(seen.Matter, found.Part, viewer, cancellationToken);
        return new ConcernFile(name, bytes);
    }
}
