using System.Net.Mail;

namespace Comity.Web.Infrastructure;

/// <summary>The relay that takes the council's mail.</summary>
public sealed record MailSettings(string Host, int Port, MailAddress From, bool StartTls, string? User, string? Password)
{
    public static MailSettings? Read(IConfigurationSection section)
    {
        if (section["Host"] is not { } host || string.IsNullOrWhiteSpace(host))
        {
            return null;
        }

        if (!MailAddress.TryCreate(section["From"], out var from))
        {
            throw new SettingsException(
                $"The setting {section.Path}:From is \"{section["From"]}\": it must be the address from which mail is sent."
            );
        }

        var port = section.GetValue("Port", 587);
        return new MailSettings(host, port, from, section.GetValue("StartTls", port != 25), section["User"], section["Password"]);
    }
}
