using System.Net.Mail;
using Comity.Service.Mail;

namespace Comity.Web.Infrastructure;

/// <summary>Where mail for the council's service comes in, and whose word on its senders is taken.</summary>
/// <param name="Spool">The folder into which the mail server's command puts it; null where it is fetched from Microsoft 365.</param>
public sealed record MailInSettings(MailAddress Address, string? Spool, TrustedServer Trusted)
{
    public static MailInSettings? Read(IConfigurationSection section, GraphSettings? graph)
    {
        ArgumentNullException.ThrowIfNull(section);
        var address = string.IsNullOrWhiteSpace(section["Address"]) ? graph?.Mailbox : section["Address"];
        if (address is null)
        {
            return null;
        }

        if (!MailAddress.TryCreate(address, out var mailbox) || mailbox.User.Contains('+', StringComparison.Ordinal))
        {
            throw new SettingsException(
                $"The setting {section.Path}:Address is \"{address}\": it must be an address without a + before the @, to which the mail server delivers everything that follows one."
            );
        }

        var spool = string.IsNullOrWhiteSpace(section["Spool"]) ? null : section["Spool"];
        return spool is null && graph is null
            ? throw new SettingsException(
                $"The setting {section.Path}:Spool is missing: the folder into which `comity mail` puts what comes in."
            )
            : new MailInSettings(
                mailbox,
                spool,
                graph is null ? new TrustedServer(section["Server"] ?? mailbox.Host) : TrustedServer.Microsoft365
            );
    }
}
