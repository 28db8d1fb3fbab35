using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>An office that a service has named for a purpose: regular senior contact for members, or the officer who takes members' complaints.</summary>
[Index(nameof(ServiceAreaId), nameof(Contact))]
public sealed class NamedContact : DatedFact
{
    public const string RegularSeniorOfficer = "regular-senior-officer";
    public const string ServiceComplaintsOfficer = "service-complaints-officer";

    public Guid ServiceAreaId { get; init; }
    public ServiceArea? ServiceArea { get; init; }
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }

    /// <summary>One of the two above, as the protocol words it.</summary>
    [MaxLength(60)]
    public required string Contact { get; init; }

    /// <summary>The sort of contact that is expected, on which the choice of officer depends (wigan 4.5): "casework", "policy questions".</summary>
    [MaxLength(200)]
    public string? SortOfContact { get; init; }
}
