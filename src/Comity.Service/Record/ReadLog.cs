using Comity.Service.Content;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.Storage;

namespace Comity.Service.Record;

/// <summary>Notes that somebody opened a confidential part, before it is shown.</summary>
public sealed class ReadLog(ComityDb db, ViewerTokens tokens, TimeProvider clock)
{
    public Task NoteAsync(Matter matter, string part, Viewer viewer, CancellationToken cancellationToken) =>
        AddAsync(matter.Id, part, tokens.Person(viewer.PersonId, matter.Class), cancellationToken);

    /// <summary>The same of an email that joined no matter: it is sealed, and stands in the log under its own id.</summary>
    public Task NoteAsync(IncomingMail mail, Viewer viewer, CancellationToken cancellationToken) =>
        AddAsync(mail.Id, KeepMail.Part, tokens.Person(viewer.PersonId, ContentClass.Sealed), cancellationToken);

    private async Task AddAsync(Guid about, string part, string viewerToken, CancellationToken cancellationToken)
    {
        db.ReadEntries.Add(
            new ReadEntry
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                MatterId = about,
                Part = part,
                ViewerToken = viewerToken,
                At = clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
