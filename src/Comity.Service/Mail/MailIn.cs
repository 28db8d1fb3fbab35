using System.Net.Mail;
using Comity.Service.Notifications;

namespace Comity.Service.Mail;

/// <summary>The council's address for email, and whose word on senders is taken.</summary>
public sealed record MailIn(MailAddress? Address, TrustedServer Trusted)
{
    /// <summary>A council that takes no email.</summary>
    public static MailIn None { get; } = new(null, new TrustedServer(""));

    /// <summary>What an address is to this council: its own, one that answers a notice, or somebody else's.</summary>
    /// <param name="token">What stands after the +, where it is ours.</param>
    public bool IsOurs(string address, out string? token)
    {
        ArgumentNullException.ThrowIfNull(address);
        token = null;
        var at = address.LastIndexOf('@');
        if (Address is null || at < 0 || !address[(at + 1)..].Equals(Address.Host, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var local = address[..at];
        if (local.Equals(Address.User, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!local.StartsWith(Address.User + "+", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // A + with anything but a token behind it is the council's address too: people sort their mail by it.
        var after = local[(Address.User.Length + 1)..].ToLowerInvariant();
        token = ReplyAddress.CanBe(after) ? after : null;
        return true;
    }
}
