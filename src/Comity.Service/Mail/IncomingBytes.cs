using System.Text;

namespace Comity.Service.Mail;

/// <summary>
/// An email as the mail server handed it over: the addresses to which it delivers, one a line, an empty line, and the email. The same form lies in the folder in
/// which it waits and, sealed, in the database.
/// </summary>
public static class IncomingBytes
{
    /// <summary>An email that is larger is turned down at the door; its sender is told by the mail server.</summary>
    public const long Most = 64L * 1024 * 1024;

    private const string Name = "X-Comity-Delivered-To: ";

    public static byte[] Heading(IEnumerable<string> deliveredTo) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                deliveredTo
                    .Select(address => new string([.. address.Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter))]))
                    .Where(address => address.Length is > 0 and <= 254)
                    .Select(address => $"{Name}{address}\n")
            ) + "\n"
        );

    public static (IReadOnlyList<string> DeliveredTo, ReadOnlyMemory<byte> Email) Read(ReadOnlyMemory<byte> kept)
    {
        var to = new List<string>();
        while (kept.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = Encoding.UTF8.GetString(kept.Span[..end]);
            kept = kept[(end + 1)..];
            if (line.Length == 0)
            {
                break;
            }

            to.Add(line[Name.Length..]);
        }

        return (to, kept);
    }
}
