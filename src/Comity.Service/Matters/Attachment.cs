using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>A file that came with a message. Name and bytes are content, sealed when the matter is; it is only ever handed out as a download.</summary>
[Index(nameof(MessageId))]
[Index(nameof(WordsReadAt), nameof(Id))]
public sealed class Attachment
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public Guid MessageId { get; init; }
    public Guid NameContentId { get; init; }
    public Guid BytesContentId { get; init; }

    /// <summary>From the list of permitted types, by the file's own first bytes and not only its name.</summary>
    [MaxLength(100)]
    public required string MediaType { get; init; }

    public long Size { get; init; }

    /// <summary>When its words were taken up to be found by; at once for a sealed file, whose words are not looked for.</summary>
    public DateTime? WordsReadAt { get; set; }
}
