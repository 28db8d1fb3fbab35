using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.WardInformation;

/// <summary>What a piece of news said from an instant on. A correction is a further version; the earlier ones stay as they were.</summary>
[Index(nameof(NewsId), nameof(Number), IsUnique = true)]
public sealed class NewsVersion
{
    public Guid Id { get; init; }
    public Guid NewsId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    [MaxLength(200)]
    public required string Title { get; init; }

    /// <summary>The message with its words and its files.</summary>
    public Guid MessageId { get; init; }
    public Message? Message { get; init; }

    public DateOnly? HappensOn { get; init; }
    public TimeOnly? HappensAt { get; init; }

    [MaxLength(200)]
    public string? Place { get; init; }

    /// <summary>What has changed since the version before; null for the first.</summary>
    [MaxLength(1000)]
    public string? Changed { get; init; }

    public DateTime WrittenAt { get; init; }
}
