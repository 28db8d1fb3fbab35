using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>The office to which an office reports, between two days (both inclusive).</summary>
[Index(nameof(OfficeId), nameof(From))]
public sealed class LineManagement
{
    public Guid Id { get; init; }
    public Guid OfficeId { get; init; }
    public Office? Office { get; init; }
    public Guid ManagerOfficeId { get; init; }
    public Office? ManagerOffice { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public DateTime RecordedAt { get; init; }
}
