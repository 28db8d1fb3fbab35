using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Who held an office, from and until which day (both inclusive), and since when the council's record has said so.</summary>
[Index(nameof(PersonId), nameof(From))]
[Index(nameof(OfficeId), nameof(From))]
public sealed class Holding
{
    public Guid Id { get; init; }

    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }

    public Guid PersonId { get; init; }
    public Person? Person { get; init; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>Acting, elected, appointed, co-opted: as the council says it.</summary>
    [MaxLength(60)]
    public string? Basis { get; init; }

    public DateTime RecordedAt { get; init; }
    public DateTime? EndRecordedAt { get; set; }
}
