using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Who acts for an office while its holder is away.</summary>
[Index(nameof(OfficeId), nameof(From))]
[Index(nameof(PersonId), nameof(From))]
public sealed class Deputy : DatedFact
{
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }
    public Guid PersonId { get; init; }
    public Person? Person { get; init; }
}
