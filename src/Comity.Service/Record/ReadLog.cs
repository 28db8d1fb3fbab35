using Comity.Service.Matters;
using Comity.Service.Storage;

namespace Comity.Service.Record;

/// <summary>Notes that somebody opened a confidential part, before it is shown.</summary>
public sealed class ReadLog(ComityDb db, ViewerTokens tokens, TimeProvider clock)
{
    public async Task NoteAsync(Matter matter, string part, Viewer viewer, CancellationToken cancellationToken)
    {
        db.ReadEntries.Add(
            new ReadEntry
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                MatterId = matter.Id,
                Part = part,
                ViewerToken = tokens.Person(viewer.PersonId, matter.Class),
                At = clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
