using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>
/// Erases what was said in emails that joined no matter, once the council's own time for keeping them has passed: their words, the key they were sealed under and
/// the walls around them. That there was one, and when it was erased by which decision, stays on the record.
/// </summary>
public sealed class DisposeMail(ComityDb db, CouncilWrites writes, MailKept kept)
{
    private const int MostAtOnce = 100;

    private static readonly MailState[] OfNoMatter = [MailState.TurnedAway, MailState.Automatic, MailState.Returned, MailState.Again];

    /// <returns>How many were erased.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = writes.Today;
        if (await kept.SettledAsync(today, cancellationToken) is not { } settled)
        {
            return 0;
        }

        // A day more than can be due, because London's days are not UTC's; what is not due is left out below.
        var before = today.AddMonths(-settled.Days()).AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var found = await db
            .IncomingMail.AsNoTracking()
            .Where(mail => OfNoMatter.Contains(mail.State) && mail.MatterId == null && mail.DecidedAt < before)
            .OrderBy(mail => mail.DecidedAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        var due = found.Where(mail => MailKept.LastDay(mail, settled) < today).Select(mail => mail.Id).ToList();
        foreach (var id in due)
        {
            await DisposeAsync(id, settled.AsSource(), cancellationToken);
        }

        return due.Count;
    }

    private async Task DisposeAsync(Guid id, string source, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var mail = await db.IncomingMail.SingleAsync(row => row.Id == id, cancellationToken);
        (mail.State, mail.MessageKey) = (MailState.Disposed, null);
        mail.Version++;
        await db
            .Contents.Where(content => content.MatterId == id && content.ErasedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(content => content.Bytes, (byte[]?)null).SetProperty(content => content.ErasedAt, write.At),
                cancellationToken
            );
        await db.MatterKeys.Where(key => key.MatterId == id).ExecuteDeleteAsync(cancellationToken);
        await db.MailWalls.Where(wall => wall.MailId == id).ExecuteDeleteAsync(cancellationToken);
        write.Record("mail-disposed", new JsonObject { ["mail"] = id.ToString("D", CultureInfo.InvariantCulture), ["source"] = source });
        await write.CommitAsync(cancellationToken);
    }
}
