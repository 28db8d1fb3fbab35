using System.ComponentModel.DataAnnotations;

namespace Comity.Service.People;

/// <summary>A power that the council has specifically given to a person, with the minute that gave it.</summary>
public sealed class Delegation
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public Person? Person { get; init; }

    [MaxLength(1000)]
    public required string Scope { get; init; }

    [MaxLength(200)]
    public required string Minute { get; init; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public DateTime RecordedAt { get; init; }
}
