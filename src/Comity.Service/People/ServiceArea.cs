using System.ComponentModel.DataAnnotations;

namespace Comity.Service.People;

/// <summary>A service or department of the council. It may sit in a larger one.</summary>
public sealed class ServiceArea
{
    public Guid Id { get; init; }

    [MaxLength(120)]
    public required string Name { get; set; }

    /// <summary>What members call the things this service deals with, for finding it: "bins, recycling, litter".</summary>
    [MaxLength(500)]
    public string? Subjects { get; set; }

    public Guid? PartOfId { get; set; }
    public ServiceArea? PartOf { get; init; }

    /// <summary>When the service's own entry in the directory was last changed; null since it was entered.</summary>
    public DateTime? ChangedAt { get; set; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
}
