using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>Keeps an email as it came, sealed, before anybody looks at what is in it. The record says that something came in, and its hash.</summary>
public sealed class KeepMail(ComityDb db, CouncilWrites writes, ContentStore contents)
{
    /// <summary>The part under which an email and what was read in it are sealed, under a key that is the email's own.</summary>
    public const string Part = "mail";

    /// <summary>The part under which it is kept why one was turned away, under the same key.</summary>
    public const string WhyPart = "mail-why";

    /// <param name="handedOver">In the form of <see cref="IncomingBytes"/>.</param>
    public async Task ExecuteAsync(ReadOnlyMemory<byte> handedOver, CancellationToken cancellationToken)
    {
        var digest = SHA256.HashData(IncomingBytes.Read(handedOver).Email.Span);
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        if (await db.IncomingMail.AnyAsync(mail => mail.Digest == digest, cancellationToken))
        {
            return;
        }

        var id = Guid.CreateVersion7(new DateTimeOffset(write.At));
        var raw = await contents.AddBytesAsync(id, Part, ContentClass.Sealed, handedOver.ToArray(), cancellationToken);
        db.IncomingMail.Add(
            new IncomingMail
            {
                Id = id,
                ReceivedAt = write.At,
                Size = handedOver.Length,
                Digest = digest,
                RawContentId = raw.Id,
                State = MailState.Kept,
                Version = 1,
            }
        );
        write.Record(
            "mail-received",
            new JsonObject
            {
                ["mail"] = id.ToString("D", CultureInfo.InvariantCulture),
                ["bytes"] = (long)handedOver.Length,
                ["sha256"] = Convert.ToHexStringLower(digest),
            }
        );
        await write.CommitAsync(cancellationToken);
    }
}
