using System.ComponentModel.DataAnnotations;
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

    /// <summary>The part of the matter it belongs to; the seal binds sealed content to it.</summary>
    [MaxLength(20)]
    public required string Part { get; init; }

    /// <summary>Set when the content is text and indexed.</summary>
    public string? Text { get; set; }

    /// <summary>The sealed box (its salt inside), or the bytes of an indexed file.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Mixed into the record's commitment and erased with the content. Of sealed content it is in the box: in the open it would let a thief test guesses.</summary>
    public byte[]? Salt { get; set; }

    public DateTime? ErasedAt { get; set; }
}

public enum ContentClass
{
    Indexed,
    Sealed,
}
