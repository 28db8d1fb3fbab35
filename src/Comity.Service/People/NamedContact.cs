using System.ComponentModel.DataAnnotations;

namespace Comity.Service.People;

/// <summary>An office that a service has named for a purpose: regular senior contact for members, or the officer who takes members' complaints.</summary>
public sealed class NamedContact
{
    public Guid Id { get; init; }
    public Guid ServiceAreaId { get; init; }
    public ServiceArea? ServiceArea { get; init; }
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }

    /// <summary>regular-senior-officer or service-complaints-officer, as the protocol words it.</summary>
    [MaxLength(60)]
    public required string Contact { get; init; }

    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public DateTime RecordedAt { get; init; }
}
