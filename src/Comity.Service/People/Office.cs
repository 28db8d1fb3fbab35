using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// A place that somebody holds: a seat in a ward, a post in a service, a statutory office. Duties belong to offices, so that they pass to
/// whoever holds the office next.
/// </summary>
[Index(nameof(Role))]
[Index(nameof(WardId))]
[Index(nameof(ServiceAreaId), nameof(Role))]
public sealed class Office
{
    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string Title { get; set; }

    /// <summary>A role of the vocabulary: member, officer, director, monitoring-officer …</summary>
    [MaxLength(60)]
    public required string Role { get; set; }

    public Guid? ServiceAreaId { get; set; }
    public ServiceArea? ServiceArea { get; init; }

    public Guid? WardId { get; set; }
    public Ward? Ward { get; init; }

    /// <summary>Listed under section 2 of the Local Government and Housing Act 1989.</summary>
    public bool PoliticallyRestricted { get; set; }

    /// <summary>Junior in the sense of the protocol: not one of the named senior contacts.</summary>
    public bool Junior { get; set; }

    public DateOnly From { get; init; }

    /// <summary>The last day on which the office exists; null while it does.</summary>
    public DateOnly? Until { get; set; }

    public ICollection<Holding> Holdings { get; } = [];
}
