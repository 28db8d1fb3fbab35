using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>How members are asked to get in touch with a department, where its chief officer has settled it (wigan 4.6).</summary>
[Index(nameof(ServiceAreaId), nameof(From))]
public sealed class ContactArrangement : DatedFact
{
    public Guid ServiceAreaId { get; init; }
    public ServiceArea? ServiceArea { get; init; }

    [MaxLength(2000)]
    public required string Says { get; init; }

    public Guid SetByPersonId { get; init; }
    public Person? SetByPerson { get; init; }
}
