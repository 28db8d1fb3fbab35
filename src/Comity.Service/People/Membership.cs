using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A person's place in a political group or committee, between two days (both inclusive).</summary>
[Index(nameof(PersonId), nameof(From))]
[Index(nameof(BodyId), nameof(From))]
public sealed class Membership
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public Person? Person { get; init; }
    public Guid BodyId { get; init; }
    public Body? Body { get; init; }

    /// <summary>member, leader, deputy-leader, spokesperson, contact, chairman, vice-chairman.</summary>
    [MaxLength(40)]
    public string Place { get; init; } = "member";

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public DateTime RecordedAt { get; init; }
}
