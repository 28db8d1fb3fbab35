using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Notifications;

/// <summary>
/// A notice waiting to leave, to one person: there is no second recipient, seen or unseen. Written in the transaction of the change it tells of; it says that
/// something has happened and where, never what.
/// </summary>
[Index(nameof(SentAt), nameof(NotBefore))]
public sealed class OutboxMail
{
    public Guid Id { get; init; }

    /// <summary>Null where the notice is about a sealed matter: the row's instant is the matter's, and would say who is in it.</summary>
    public Guid? ToPersonId { get; init; }

    [MaxLength(254)]
    public required string ToAddress { get; init; }

    /// <summary>The address under the council key, where <see cref="ToAddress"/> is left empty for the same reason. Erased once the notice has left.</summary>
    public byte[]? SealedAddress { get; set; }

    [MaxLength(200)]
    public required string Subject { get; init; }

    [MaxLength(4000)]
    public required string Body { get; init; }

    /// <summary>The matter, so that a mail program puts its notices together. Null for a sealed one, as above.</summary>
    public Guid? MatterId { get; init; }

    /// <summary>By which the person answers it by email; null where they cannot.</summary>
    [MaxLength(ReplyAddress.Length)]
    public string? ReplyToken { get; init; }

    /// <summary>A meeting for the person's calendar (RFC 5545), taken away once the notice has left.</summary>
    [MaxLength(20_000)]
    public string? Calendar { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Not tried before this instant; put back after a failed attempt.</summary>
    public DateTime NotBefore { get; set; }

    public int Attempts { get; set; }
    public DateTime? SentAt { get; set; }

    /// <summary>The relay will have nothing to do with the address; it is not tried again.</summary>
    public DateTime? RefusedAt { get; set; }

    [MaxLength(500)]
    public string? LastFailure { get; set; }

    /// <summary>A mail server further on gave it back.</summary>
    public DateTime? ReturnedAt { get; set; }

    /// <summary>The code with which it came back (RFC 3463), for example 5.1.1.</summary>
    [MaxLength(20)]
    public string? ReturnedCode { get; set; }
}
