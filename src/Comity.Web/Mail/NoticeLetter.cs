using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Comity.Service.Notifications;
using Comity.Web.Infrastructure;

namespace Comity.Web.Mail;

/// <summary>
/// A notice as the email that leaves: plain text and HTML of the same words, to one recipient. No picture is fetched and nothing is counted: who opens it is
/// nobody's business.
/// </summary>
public static class NoticeLetter
{
    public static MailMessage Of(OutboxMail mail, string to, string council, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(settings);
        var host = settings.From.Host;
        var message = new MailMessage
        {
            From = new MailAddress(settings.From.Address, council, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        try
        {
            message.To.Add(new MailAddress(to));
            if (mail.ReplyToken is { } token && settings.In is { } incoming)
            {
                message.ReplyToList.Add(
                    new MailAddress($"{incoming.Address.User}+{token}@{incoming.Address.Host}", council, Encoding.UTF8)
                );
            }

            message.Headers.Add("Message-ID", $"<{IdOf(mail.Id)}@{host}>");
            if (mail.MatterId is { } matter)
            {
                // No message has this id: it is the thread, and a mail program puts together what names it.
                var thread = $"<matter.{IdOf(matter)}@{host}>";
                message.Headers.Add("In-Reply-To", thread);
                message.Headers.Add("References", thread);
            }

            // RFC 3834: no out-of-office answer to a machine. Exchange asks for a header of its own.
            message.Headers.Add("Auto-Submitted", "auto-generated");
            message.Headers.Add("X-Auto-Response-Suppress", "All");
            message.AlternateViews.Add(View(mail.Body, MediaTypeNames.Text.Plain));
            message.AlternateViews.Add(View(Html(council, mail.Body), MediaTypeNames.Text.Html));
            if (mail.Calendar is { } calendar)
            {
                message.Attachments.Add(Meeting(calendar));
            }

            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>The same words as a page: each block a paragraph, and what is an address on a line of its own a link.</summary>
    public static string Html(string council, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>")
            .Append(WebUtility.HtmlEncode(council))
            .Append(
                "</title></head>\n<body style=\"font-family:Arial,sans-serif;font-size:16px;line-height:150%;color:#0b0c0c;margin:24px;max-width:38em\">\n"
            )
            .Append("<p style=\"font-weight:bold;border-bottom:1px solid #b1b4b6;padding-bottom:8px\">")
            .Append(WebUtility.HtmlEncode(council))
            .Append("</p>\n");
        foreach (var block in body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").AppendJoin("<br>\n", block.Trim('\n').Split('\n').Select(Line)).Append("</p>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static string Line(string line)
    {
        var text = WebUtility.HtmlEncode(line);
        return
            Uri.TryCreate(line.Trim(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? $"<a href=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\">{text}</a>"
            : text;
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    // RFC 6047: the method stands in the type too, so that a calendar knows an invitation from a cancellation without opening it.
    private static Attachment Meeting(string calendar)
    {
        var isCalledOff = calendar.Contains("\r\nMETHOD:CANCEL\r\n", StringComparison.Ordinal);
        var type = new ContentType("text/calendar") { CharSet = "utf-8", Name = "meeting.ics" };
        type.Parameters!.Add("method", isCalledOff ? "CANCEL" : "REQUEST");
        return new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(calendar)), type) { TransferEncoding = TransferEncoding.Base64 };
    }

    private static string IdOf(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);
}
