using System.Globalization;
using System.Text.Json;
using Comity.Service.Content;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Enquiries;

/// <summary>Who was told what by email and whether it arrived, and what came in by email: every recipient is a line.</summary>
public sealed class MailModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    ContentStore contents,
    MailContents mailContents,
    ReadLog reads,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    public sealed record Told(DateTime At, string To, string What, string Became);

    public sealed record Came(DateTime At, ReadMail Read);

    public IReadOnlyList<Told> Notices { get; private set; } = [];

    public IReadOnlyList<Came> Received { get; private set; } = [];

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Notices = await ToldAsync(cancellationToken);
        Received = await CameAsync(cancellationToken);
        if (Matter.Class == ContentClass.Sealed)
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }

        return Page();
    }

    private async Task<IReadOnlyList<Told>> ToldAsync(CancellationToken cancellationToken)
    {
        var entries = await db
            .RecordEntries.AsNoTracking()
            .Where(entry => entry.MatterId == Matter.Id && entry.Kind == Comity.Service.Notifications.Notices.RecordKind)
            .OrderBy(entry => entry.Sequence)
            .Select(entry => new { entry.At, entry.ContentId })
            .ToListAsync(cancellationToken);
        var texts = await contents.ReadTextsAsync([.. entries.Select(entry => entry.ContentId)], cancellationToken);
        var lines = entries
            .Where(entry => texts.ContainsKey(entry.ContentId))
            .Select(entry => (entry.At, Said: JsonSerializer.Deserialize<Line>(texts[entry.ContentId].Text, JsonSerializerOptions.Web)!))
            .ToList();
        var (people, letters) = (lines.Select(line => line.Said.To).Distinct().ToList(), lines.Select(line => line.Said.Mail).ToList());
        var names = await db
            .People.Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var posts = await db
            .Outbox.AsNoTracking()
            .Where(mail => letters.Contains(mail.Id))
            .ToDictionaryAsync(mail => mail.Id, cancellationToken);
        return
        [
            .. lines.Select(line => new Told(
                line.At,
                names.GetValueOrDefault(line.Said.To, "somebody who has left"),
                line.Said.What,
                line.Said.Mail is { } id ? Became(posts.GetValueOrDefault(id)) : "No email: no address is entered for them"
            )),
        ];
    }

    private static string Became(OutboxMail? mail) =>
        mail switch
        {
            null => "No longer kept",
            { ReturnedAt: not null } => $"Returned by a mail server, code {mail.ReturnedCode}",
            { RefusedAt: not null } => $"Refused. {mail.LastFailure}",
            { SentAt: { } sent } => $"Sent {Instant(sent)}",
            { LastFailure: { } failure } => $"Not sent yet, and tried again. {failure}",
            _ => "Waiting to be sent",
        };

    public static string Instant(DateTime at) =>
        Comity.Service.People.LondonTime.Local(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<Came>> CameAsync(CancellationToken cancellationToken)
    {
        var rows = await db
            .IncomingMail.AsNoTracking()
            .Where(mail => mail.MatterId == Matter.Id && (mail.State == MailState.Joined || mail.State == MailState.Opened))
            .OrderBy(mail => mail.ReceivedAt)
            .ToListAsync(cancellationToken);
        var came = new List<Came>(rows.Count);
        foreach (var row in rows)
        {
            came.Add(new Came(row.ReceivedAt, await mailContents.AsReadAsync(row, cancellationToken)));
        }

        return came;
    }

    private sealed record Line(Guid To, Guid? Mail, string What);
}
