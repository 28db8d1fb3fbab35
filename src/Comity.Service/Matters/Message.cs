using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>Something said in a matter: the question, an acknowledgement, a reply, a notice of delay, a note among officers.</summary>
[Index(nameof(MatterId), nameof(SentAt))]
public sealed class Message
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }

    /// <summary>question, acknowledgement, reply, progress, delay, follow-up, note, reassignment, no-reply.</summary>
    [MaxLength(30)]
    public required string Kind { get; init; }

    /// <summary>The part of the matter it belongs to (<see cref="Parts"/>).</summary>
    [MaxLength(20)]
    public required string Part { get; init; }

    [MaxLength(80)]
    public required string AuthorToken { get; init; }

    public Guid ContentId { get; init; }
    public DateTime SentAt { get; init; }
    public ICollection<Attachment> Attachments { get; } = [];
}
