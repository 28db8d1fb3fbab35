using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Record;
using Comity.Service.Search;
using Comity.Service.Storage;

namespace Comity.Service.Matters;

/// <summary>Puts something that was said into a matter, with its files, and into the record.</summary>
public sealed class Messages(ComityDb db, ContentStore contents)
{
    public async Task<Message> PostAsync(
        CouncilWrite write,
        Matter matter,
        string kind,
        string part,
        string text,
        IReadOnlyList<IncomingFile> files,
        CancellationToken cancellationToken
    )
    {
        var contentClass = Parts.ClassOf(matter, part);
        var words = await contents.AddTextAsync(matter.Id, part, contentClass, text, cancellationToken);
        var message = new Message
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = matter.Id,
            Kind = kind,
            Part = part,
            AuthorToken = write.ActorToken(matter),
            ContentId = words.Id,
            SentAt = write.At,
        };
        db.Messages.Add(message);
        SearchText.Add(db, matter, part, words.Id, text);

        var attached = new JsonArray();
        foreach (var file in files)
        {
            var name = AttachmentPolicy.CleanName(file.Name);
            var nameContent = await contents.AddTextAsync(matter.Id, part, contentClass, name, cancellationToken);
            SearchText.Add(db, matter, part, nameContent.Id, name);
            var bytesContent = await contents.AddBytesAsync(matter.Id, part, contentClass, file.Bytes, cancellationToken);
            db.Attachments.Add(
                new Attachment
                {
                    Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                    MatterId = matter.Id,
                    MessageId = message.Id,
                    NameContentId = nameContent.Id,
                    BytesContentId = bytesContent.Id,
                    MediaType =
                        AttachmentPolicy.MediaTypeOf(file)
                        ?? throw new InvalidOperationException("The file was not checked before it was attached."),
                    Size = file.Bytes.LongLength,
                    WordsReadAt = contentClass == ContentClass.Sealed ? write.At : null,
                }
            );
            attached.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = name,
                        ["bytes"] = file.Bytes.LongLength,
                        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
                    }
            );
        }

        write.Record(
            "message-" + kind,
            matter,
            part,
            new JsonObject
            {
                ["reference"] = matter.Reference,
                ["message"] = message.Id.ToString("D", CultureInfo.InvariantCulture),
                ["text"] = text,
                ["files"] = attached,
            }
        );
        return message;
    }
}
