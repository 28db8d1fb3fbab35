using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A power that the council has specifically given to a person, with the minute that gave it.</summary>
[Index(nameof(PersonId), nameof(From))]
public sealed class Delegation : DatedFact
{
    public Guid PersonId { get; init; }
    public Person? Person { get; init; }

    [MaxLength(1000)]
    public required string Scope { get; init; }

    [MaxLength(200)]
    public required string Minute { get; init; }
}
