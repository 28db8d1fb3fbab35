using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Record;

/// <summary>Somebody looked at a confidential part. Kept apart from the record: a page view must not wait for the writers' lock.</summary>
[Index(nameof(MatterId), nameof(At))]
public sealed class ReadEntry
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }

    [MaxLength(20)]
    public required string Part { get; init; }

    [MaxLength(80)]
    public required string ViewerToken { get; init; }

    public DateTime At { get; init; }
}
