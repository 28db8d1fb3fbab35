using System.Net.Mail;
using System.Text;
using Comity.Service.Content;
using Comity.Service.Notifications;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Jobs;

/// <summary>
/// Takes what lies in the outbox to the council's relay. A letter that was not taken is tried again later and later; its row says when it left or why it has not.
/// It may arrive twice when the process ends between the relay's word and ours, and is never lost.
/// </summary>
public sealed class MailDelivery(ComityDb db, Settings settings, CouncilKeyRing keys, ILogger<MailDelivery> logger) : IDueJob
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (settings.Mail is not { } relay)
        {
            return;
        }

        var due = await db
            .Outbox.AsNoTracking()
            .Where(mail => mail.SentAt == null && mail.NotBefore <= now)
            .OrderBy(mail => mail.NotBefore)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var mail in due)
        {
            // Whoever puts the instant forward has it: another process that read the same row leaves it alone.
            var wait = Wait(mail.Attempts);
            var isOurs = await db
                .Outbox.Where(row => row.Id == mail.Id && row.SentAt == null && row.NotBefore == mail.NotBefore)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.NotBefore, now + Claim).SetProperty(row => row.Attempts, mail.Attempts + 1),
                    cancellationToken
                );
            if (isOurs == 0)
            {
                continue;
            }

            var isSealed = mail.SealedAddress is not null;
            var to = isSealed ? Encoding.UTF8.GetString(keys.Open(Notices.SealedAddressPurpose, mail.SealedAddress!)) : mail.ToAddress;
            var failure = await SendAsync(relay, to, mail.Subject, mail.Body, cancellationToken);
            if (failure is not null && isSealed)
            {
                // A relay's words may repeat the address.
                failure = "The relay did not take it.";
            }

            DateTime? sentAt = failure is null ? now : null;
            var keptAddress = failure is null ? null : mail.SealedAddress;
            await db
                .Outbox.Where(row => row.Id == mail.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.SentAt, sentAt)
                            .SetProperty(row => row.SealedAddress, keptAddress)
                            .SetProperty(row => row.LastFailure, failure)
                            .SetProperty(row => row.NotBefore, now + wait),
                    cancellationToken
                );
            if (failure is not null)
            {
                logger.LogWarning("Mail {MailId} did not leave at try {Attempt}: {Failure}", mail.Id, mail.Attempts + 1, failure);
            }
        }
    }

    /// <summary>One minute, two, four … up to six hours.</summary>
    public static TimeSpan Wait(int attempts) => attempts >= 9 ? Longest : TimeSpan.FromMinutes(1 << attempts);

    private static async Task<string?> SendAsync(
        MailSettings relay,
        string to,
        string subject,
        string body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var client = new SmtpClient(relay.Host, relay.Port) { EnableSsl = relay.StartTls, Timeout = 30_000 };
            if (relay.User is not null)
            {
                client.Credentials = new System.Net.NetworkCredential(relay.User, relay.Password);
            }

            using var message = new MailMessage(relay.From, new MailAddress(to)) { Subject = subject, Body = body };

            // RFC 3834: no out-of-office answer to a machine.
            message.Headers.Add("Auto-Submitted", "auto-generated");
            await client.SendMailAsync(message, cancellationToken);
            return null;
        }
        catch (Exception exception)
            when (exception is SmtpException or FormatException or IOException or System.Net.Sockets.SocketException)
        {
            var reason = exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message;
            return reason.Length > 500 ? reason[..500] : reason;
        }
    }
}
