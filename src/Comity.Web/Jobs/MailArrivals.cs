using Comity.Service.Mail;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Jobs;

/// <summary>
/// Takes in what has come by email: first everything is kept, from the folder of the mail server's command and from Microsoft 365; then each is read and placed, in
/// a scope of its own, so that one that goes wrong keeps no other waiting.
/// </summary>
public sealed class MailArrivals(
    ComityDb db,
    ThisCouncil council,
    Settings settings,
    KeepMail keep,
    GraphMailbox graph,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MailArrivals> logger
) : IDueJob
{
    private const int AtOnce = 100;

    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (settings.Mail is not { In: { } incoming } mail || !council.SetUpComplete)
        {
            return;
        }

        if (incoming.Spool is { } folder)
        {
            await FromFolderAsync(new MailSpool(folder), cancellationToken);
        }

        if (mail.Graph is { } mailbox)
        {
            await FromGraphAsync(mailbox, cancellationToken);
        }

        var kept = await db
            .IncomingMail.Where(row => row.State == MailState.Kept)
            .OrderBy(row => row.ReceivedAt)
            .Select(row => row.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var id in kept)
        {
            await PlaceAsync(id, cancellationToken);
        }
    }

    private async Task FromFolderAsync(MailSpool spool, CancellationToken cancellationToken)
    {
        foreach (var file in spool.Waiting())
        {
            // Taken away only when it is in the database: a power cut in between keeps it twice over, and the second time it is known.
            await keep.ExecuteAsync(await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
            db.ChangeTracker.Clear();
            File.Delete(file);
        }
    }

    private async Task FromGraphAsync(GraphSettings mailbox, CancellationToken cancellationToken)
    {
        var cursor = await db.MailboxCursors.SingleOrDefaultAsync(row => row.Mailbox == mailbox.Mailbox, cancellationToken);
        var link = cursor?.Link;
        while (true)
        {
            if (await graph.ReadAsync(link, cancellationToken) is not { } page)
            {
                // The link has run out: from the beginning. What was kept already is known by its bytes.
                link = null;
                continue;
            }

            foreach (var id in page.Ids)
            {
                if (await graph.MimeAsync(id, cancellationToken) is { } email)
                {
                    byte[] handedOver = [.. IncomingBytes.Heading([]), .. email];
                    await keep.ExecuteAsync(handedOver, cancellationToken);
                    db.ChangeTracker.Clear();
                }
            }

            link = page.Link;
            await NoteAsync(mailbox, link, cancellationToken);
            if (page.IsLast)
            {
                return;
            }
        }
    }

    private async Task NoteAsync(GraphSettings mailbox, string link, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cursor = await db.MailboxCursors.SingleOrDefaultAsync(row => row.Mailbox == mailbox.Mailbox, cancellationToken);
        if (cursor is null)
        {
            db.MailboxCursors.Add(
                cursor = new MailboxCursor
                {
                    Id = Guid.CreateVersion7(now),
                    Mailbox = mailbox.Mailbox,
                    Link = link,
                }
            );
        }

        (cursor.Link, cursor.ReadAt) = (link, now.UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task PlaceAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PlaceMail>().ExecuteAsync(id, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process has it.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The kind of fault alone: its words may repeat the email's.
            logger.LogError("Email {MailId} could not be placed ({Fault}) and is held.", id, exception.GetType().Name);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PlaceMail>().GiveUpAsync(id, cancellationToken);
        }
    }
}
