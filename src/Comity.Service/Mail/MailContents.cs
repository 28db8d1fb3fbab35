using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Comity.Service.Content;
using Comity.Service.Matters;

namespace Comity.Service.Mail;

/// <summary>What is in a kept email: as it came, as it was read, and the files that may go into a matter.</summary>
public sealed class MailContents(ContentStore contents)
{
    private const int MostLookedThrough = 4 * 1024 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads it anew from what came in.</summary>
    public async Task<ReadMail> ReadAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (await contents.ReadBytesAsync(mail.RawContentId, cancellationToken) is not { } kept)
        {
            return new ReadMail { Unreadable = "It was erased." };
        }

        var (to, email) = IncomingBytes.Read(kept);
        return await MailReader.ReadAsync(email, cancellationToken) with
        {
            DeliveredTo = to,
            AsItStands = Encoding.Latin1.GetString(email.Span[..Math.Min(email.Length, MostLookedThrough)]),
        };
    }

    /// <summary>As it was read when it came; an email that has not been read yet says nothing.</summary>
    public async Task<ReadMail> AsReadAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.ReadContentId is { } id && await contents.ReadTextAsync(id, cancellationToken) is { } text
            ? JsonSerializer.Deserialize<ReadMail>(text, Json)!
            : new ReadMail { Unreadable = "It has not been read." };
    }

    /// <summary>Notes on the row what was read, sealed; it is saved with what becomes of the email.</summary>
    public async Task NoteAsync(IncomingMail mail, ReadMail read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(read);
        var text = JsonSerializer.Serialize(read.WithoutBytes(), Json);
        mail.ReadContentId = (await contents.AddTextAsync(mail.Id, KeepMail.Part, ContentClass.Sealed, text, cancellationToken)).Id;
        mail.MessageKey = KeyOf(read.MessageId);
    }

    /// <summary>The bytes as they came, for whoever has to look into them.</summary>
    public async Task<byte[]?> RawAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return await contents.ReadBytesAsync(mail.RawContentId, cancellationToken) is { } kept
            ? IncomingBytes.Read(kept).Email.ToArray()
            : null;
    }

    /// <summary>The files that somebody sent along: not the pictures in the text, which are logos for the most part and stay with the email.</summary>
    public static IReadOnlyList<MailFile> Attached(ReadMail read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return [.. read.Files.Where(file => !file.InText)];
    }

    /// <summary>Those of them that a matter takes, and those that stay behind.</summary>
    public static (IReadOnlyList<IncomingFile> Taken, IReadOnlyList<MailFile> Left) Sorted(ReadMail read)
    {
        var (taken, left) = (new List<IncomingFile>(), new List<MailFile>());
        foreach (var file in Attached(read))
        {
            var one = new IncomingFile(AttachmentPolicy.CleanName(file.Name), file.Bytes ?? []);
            if (AttachmentPolicy.Refusals([.. taken, one]).Count == 0)
            {
                taken.Add(one);
            }
            else
            {
                left.Add(file);
            }
        }

        return (taken, left);
    }

    private static string? KeyOf(string messageId) =>
        messageId.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)));
}
