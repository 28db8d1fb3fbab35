using System.Globalization;
using System.Net.Mail;
using Comity.Web.Infrastructure;

namespace Comity.Web.Mail;

/// <summary>The council's relay.</summary>
internal static class SmtpRelay
{
    private const int Patience = 30_000;
    private const int PermanentFrom = 500;

    public static async Task<Posted> SendAsync(MailSettings settings, MailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, Timeout = Patience };
            if (settings.User is not null)
            {
                client.Credentials = new System.Net.NetworkCredential(settings.User, settings.Password);
            }

            await client.SendMailAsync(message, cancellationToken);
            return Posted.Sent;
        }
        catch (SmtpFailedRecipientException exception)
        {
            // RFC 5321, 4.2.1: a code from 500 on is the relay's last word on this recipient.
            return Posted.Failed(InFull(exception)) with
            {
                IsRefused = (int)exception.StatusCode >= PermanentFrom,
                Code = ((int)exception.StatusCode).ToString(CultureInfo.InvariantCulture),
            };
        }
        catch (Exception exception)
            when (exception is SmtpException or FormatException or IOException or System.Net.Sockets.SocketException)
        {
            return Posted.Failed(InFull(exception));
        }
    }

    private static string InFull(Exception exception) =>
        exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message;
}
