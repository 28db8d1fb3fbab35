using Comity.Service.Arrangements;
using Comity.Service.Mail;
using Comity.Web.Pages.Arrangements;

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

    /// <summary>How long an email is kept that joins no matter.</summary>
    public static string HowLong(Arrangement? settled) =>
        settled is null
            ? "The council has not settled how long an email is kept that was turned away or needed no answer. Each is kept."
            : $"An email that was turned away or needed no answer is kept for {ArrangedInWords.Months(settled)} after that was decided, by the council’s own arrangement ({settled.Minute}). Then its words are erased, and the record keeps that they were.";

    public static string Senders(ReadMail read) => read.From.Count == 0 ? "Nobody" : string.Join(", ", read.From.Select(Of));

    public static string Of(Mailbox mailbox) => mailbox.Name.Length == 0 ? mailbox.Address : $"{mailbox.Name} <{mailbox.Address}>";
}
