using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Who held an office, from and until which day, and since when the council's record has said so.</summary>
[Index(nameof(PersonId), nameof(From))]
[Index(nameof(OfficeId), nameof(From))]
public sealed class Holding : DatedFact
{
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }

    public Guid PersonId { get; init; }
    public Person? Person { get; init; }

    /// <summary>Acting, elected, appointed, co-opted: as the council says it.</summary>
    [MaxLength(60)]
    public string? Basis { get; init; }
}
