using System.Net.Mail;

namespace Comity.Service.Notifications;

/// <summary>Where this council's service is reached, as it stands in emails.</summary>
/// <param name="mailbox">The address at which it takes email; null where it takes none.</param>
public sealed class SiteAddress(Uri root, MailAddress? mailbox = null)
{
    public MailAddress? Mailbox { get; } = mailbox;

    public Uri For(string path) => new(root, path);
}
