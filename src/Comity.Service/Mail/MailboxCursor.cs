using System.ComponentModel.DataAnnotations;

namespace Comity.Service.Mail;

/// <summary>How far a mailbox at Microsoft 365 has been read: the link that its last answer closed with.</summary>
public sealed class MailboxCursor
{
    public Guid Id { get; init; }

    [MaxLength(254)]
    public required string Mailbox { get; init; }

    [MaxLength(4000)]
    public required string Link { get; set; }

    public DateTime ReadAt { get; set; }
}
