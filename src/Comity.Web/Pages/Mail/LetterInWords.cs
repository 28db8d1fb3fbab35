using Comity.Service.Mail;

namespace Comity.Web.Pages.Mail;

/// <summary>An email in the words of a page: what it says of itself, and nothing of it run or fetched.</summary>
internal static class LetterInWords
{
    public static string Subject(ReadMail read) =>
        read.Unreadable is not null ? "An email that cannot be read"
        : read.Subject.Length == 0 ? "Without a subject"
        : read.Subject;

    /// <summary>A recipient as the others may see them.</summary>
    public static string WithoutToken(Mailbox mailbox) => ReplyTokens.Without(Of(mailbox));

    public static string Senders(ReadMail read) => read.From.Count == 0 ? "Nobody" : string.Join(", ", read.From.Select(Of));

    public static string Of(Mailbox mailbox) => mailbox.Name.Length == 0 ? mailbox.Address : $"{mailbox.Name} <{mailbox.Address}>";
}
