using System.Net.Mail;
using System.Text;

namespace Comity.Web.Mail;

/// <summary>An email as it stands on the wire. The framework writes it into a folder and nowhere else.</summary>
public static class MimeText
{
    // Lines for a mail server that collects from such a folder; they are no part of the email.
    private static readonly string[] ForTheFolder = ["X-Sender:", "X-Receiver:"];

    public static byte[] Of(MailMessage message)
    {
        var folder = Directory.CreateTempSubdirectory("comity-mail-");
        try
        {
            using var writer = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = folder.FullName,
            };
            writer.Send(message);
            var text = File.ReadAllText(folder.GetFiles().Single().FullName, Encoding.ASCII);
            while (Array.Exists(ForTheFolder, name => text.StartsWith(name, StringComparison.Ordinal)))
            {
                text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
            }

            return Encoding.ASCII.GetBytes(text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
