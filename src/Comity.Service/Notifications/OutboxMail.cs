using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Notifications;

/// <summary>A notice waiting to leave. Written in the transaction of the change it tells of; it says that something has happened and where, never what.</summary>
[Index(nameof(SentAt), nameof(NotBefore))]
public sealed class OutboxMail
{
    public Guid Id { get; init; }
    public Guid ToPersonId { get; init; }

    [MaxLength(254)]
    public required string ToAddress { get; init; }

    [MaxLength(200)]
    public required string Subject { get; init; }

    [MaxLength(4000)]
    public required string Body { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Not tried before this instant; put back after a failed attempt.</summary>
    public DateTime NotBefore { get; set; }

    public int Attempts { get; set; }
    public DateTime? SentAt { get; set; }

    [MaxLength(500)]
    public string? LastFailure { get; set; }
}
