using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>The office to which an office reports.</summary>
[Index(nameof(OfficeId), nameof(From))]
[Index(nameof(ManagerOfficeId), nameof(From))]
public sealed class LineManagement : DatedFact
{
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }
    public Guid ManagerOfficeId { get; init; }
    public Office? ManagerOffice { get; init; }
}
