using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>One line of the due-date ledger. Lines are added, never changed; the date is derived from all of them.</summary>
[Index(nameof(DutyId), nameof(Sequence), IsUnique = true)]
public sealed class DueEntry
{
    public Guid Id { get; init; }
    public Guid DutyId { get; init; }
    public int Sequence { get; init; }

    /// <summary>started, paused, resumed, extended, extended-to, information-asked, restarted, stopped, recounted.</summary>
    [MaxLength(20)]
    public required string Kind { get; init; }

    /// <summary>The day on which it took effect.</summary>
    public DateOnly On { get; init; }

    /// <summary>The ground that the regime gives, on a pause or an extension.</summary>
    [MaxLength(60)]
    public string? Ground { get; init; }

    /// <summary>How many more days, on an extension.</summary>
    public int? Days { get; init; }

    /// <summary>What happened, in words of the service's own. What people wrote is a message: this row is not sealed, even in a sealed matter.</summary>
    [MaxLength(500)]
    public required string Reason { get; init; }

    /// <summary>The norm or arrangement that allows it.</summary>
    [MaxLength(200)]
    public required string Source { get; init; }

    /// <summary>Which edition of which calendar it was counted by.</summary>
    [MaxLength(160)]
    public required string CalendarVersion { get; init; }

    /// <summary>The date that followed from this line and all before it.</summary>
    public DateOnly? DueOn { get; init; }

    [MaxLength(80)]
    public required string AuthorToken { get; init; }

    public DateTime RecordedAt { get; init; }
}
