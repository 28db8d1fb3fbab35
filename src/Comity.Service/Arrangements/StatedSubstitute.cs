using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>
/// If nobody in one office may deal with something, another does: where the protocol writes no next step, the council's own arrangement, with
/// author, minute and dates.
/// </summary>
[Index(nameof(Role), nameof(From))]
public sealed class StatedSubstitute : DatedFact
{
    /// <summary>The role of the protocol whose holders may not: monitoring-officer, line-manager, director …</summary>
    [MaxLength(60)]
    public required string Role { get; init; }

    /// <summary>Only for people of this service and its parts; null for everybody.</summary>
    public Guid? ServiceAreaId { get; init; }
    public ServiceArea? ServiceArea { get; init; }

    /// <summary>The office that does it instead.</summary>
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }

    public Guid AuthorPersonId { get; init; }
    public Person? AuthorPerson { get; init; }

    [MaxLength(200)]
    public required string Minute { get; init; }
}
