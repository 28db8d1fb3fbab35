using System.Net.Mail;

namespace Comity.Web.Infrastructure;

/// <summary>How the council's mail leaves: by a relay, or through Microsoft 365 where no relay is named.</summary>
public sealed record MailSettings(string? Host, int Port, MailAddress From, bool StartTls, string? User, string? Password)
{
    /// <summary>How mail comes in; null where none does.</summary>
    public MailInSettings? In { get; init; }

    /// <summary>The council's mailbox at Microsoft 365; null where it has none there.</summary>
    public GraphSettings? Graph { get; init; }

    public static MailSettings? Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var host = string.IsNullOrWhiteSpace(section["Host"]) ? null : section["Host"];
        var graph = GraphSettings.Read(section.GetSection("Graph"));
        if (host is null && graph is null)
        {
            return null;
        }

        if (!MailAddress.TryCreate(section["From"] ?? graph?.Mailbox, out var from))
        {
            throw new SettingsException(
                $"The setting {section.Path}:From is \"{section["From"]}\": it must be the address from which mail is sent."
            );
        }

        var port = section.GetValue("Port", 587);
        return new MailSettings(host, port, from, section.GetValue("StartTls", port != 25), section["User"], section["Password"])
        {
            In = MailInSettings.Read(section.GetSection("In"), graph),
            Graph = graph,
        };
    }
}
