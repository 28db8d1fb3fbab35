using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Content;

/// <summary>
/// One piece of text or bytes. Indexed content is kept as it is and may be searched; sealed content is kept only under its matter's key.
/// The record commits to it by salted hash: erasing the bytes and the salt leaves the hash and nothing else.
/// </summary>
[Index(nameof(MatterId))]
public sealed class ContentItem
{
    public Guid Id { get; init; }
    public Guid? MatterId { get; init; }
    public ContentClass Class { get; init; }

    /// <summary>Set when <see cref="Class"/> is indexed and the content is text.</summary>
    public string? Text { get; set; }

    /// <summary>Sealed content; or, when indexed, the bytes of an attachment.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Mixed into the record's commitment; erased with the content.</summary>
    public byte[]? Salt { get; set; }

    public DateTime? ErasedAt { get; set; }
}

public enum ContentClass
{
    Indexed,
    Sealed,
}
