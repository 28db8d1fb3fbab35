using System.Text;
using Comity.Service.Content;
using Comity.Service.Notifications;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Jobs;

/// <summary>
/// Takes what lies in the outbox to the council's relay, or to Microsoft 365. A letter that was not taken is tried again later and later, unless its address was
/// refused for good; its row says when it left or why it has not. It may arrive twice when the process ends between the relay's word and ours, and is never lost.
/// </summary>
public sealed class MailDelivery(
    ComityDb db,
    Settings settings,
    ThisCouncil council,
    GraphMailbox graph,
    CouncilKeyRing keys,
    ILogger<MailDelivery> logger
) : IDueJob
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (settings.Mail is not { } mailSettings)
        {
            return;
        }

        var due = await db
            .Outbox.AsNoTracking()
            .Where(mail => mail.SentAt == null && mail.RefusedAt == null && mail.NotBefore <= now)
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
            var posted = await SendAsync(mail, to, mailSettings, cancellationToken);

            // A relay's words may repeat the address.
            var failure = posted.Failure is not null && isSealed ? $"The relay did not take it. {posted.Code}".Trim() : posted.Failure;
            DateTime? sentAt = failure is null ? now : null;
            DateTime? refusedAt = posted.IsRefused ? now : null;
            var keptCalendar = failure is null || posted.IsRefused ? null : mail.Calendar;
            var keptAddress = failure is null || posted.IsRefused ? null : mail.SealedAddress;
            await db
                .Outbox.Where(row => row.Id == mail.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.SentAt, sentAt)
                            .SetProperty(row => row.RefusedAt, refusedAt)
                            .SetProperty(row => row.SealedAddress, keptAddress)
                            .SetProperty(row => row.Calendar, keptCalendar)
                            .SetProperty(row => row.LastFailure, failure)
                            .SetProperty(row => row.NotBefore, now + wait),
                    cancellationToken
                );
            if (failure is not null)
            {
                // The relay's words stand in the row and not in the log: they name who was written to.
                logger.LogWarning(
                    "Mail {MailId} did not leave at try {Attempt}{Refused}; its row says why.",
                    mail.Id,
                    mail.Attempts + 1,
                    posted.IsRefused ? " and is not tried again" : ""
                );
            }
        }
    }

    /// <summary>One minute, two, four … up to six hours.</summary>
    public static TimeSpan Wait(int attempts) => attempts >= 9 ? Longest : TimeSpan.FromMinutes(1 << attempts);

    private async Task<Posted> SendAsync(OutboxMail mail, string to, MailSettings mailSettings, CancellationToken cancellationToken)
    {
        try
        {
            using var message = NoticeLetter.Of(mail, to, council.Name, mailSettings);
            return mailSettings.Host is null
                ? await graph.SendAsync(message, cancellationToken)
                : await SmtpRelay.SendAsync(mailSettings, message, cancellationToken);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return Posted.Failed(exception.Message);
        }
    }
}
