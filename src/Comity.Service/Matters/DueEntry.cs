using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>One line of the due-date ledger. Lines are added, never changed; the date is worked out from all of them.</summary>
[Index(nameof(DutyId), nameof(Sequence), IsUnique = true)]
public sealed class DueEntry
{
    public Guid Id { get; init; }
    public Guid DutyId { get; init; }
    public int Sequence { get; init; }

    /// <summary>started, paused, resumed, extended, restarted, stopped, recomputed.</summary>
    [MaxLength(20)]
    public required string Kind { get; init; }

    public DateOnly On { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>The clock in the words of the source, on the line that started or extended it: "10 working days after received-on".</summary>
    [MaxLength(120)]
    public string? Clock { get; init; }

    [MaxLength(500)]
    public string? Reason { get; init; }

    /// <summary>The norm or arrangement that allows it.</summary>
    [MaxLength(80)]
    public required string Source { get; init; }

    /// <summary>Hash of the calendar it was worked out with.</summary>
    [MaxLength(64)]
    public required string CalendarVersion { get; init; }

    /// <summary>The date that followed from this line and all before it.</summary>
    public DateOnly? DueOn { get; init; }

    [MaxLength(80)]
    public required string AuthorToken { get; init; }

    public DateTime RecordedAt { get; init; }
}
