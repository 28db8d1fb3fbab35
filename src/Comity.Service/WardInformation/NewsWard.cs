using Microsoft.EntityFrameworkCore;

namespace Comity.Service.WardInformation;

/// <summary>A ward that a piece of news is about.</summary>
[PrimaryKey(nameof(NewsId), nameof(WardId))]
public sealed class NewsWard
{
    public Guid NewsId { get; init; }
    public Guid WardId { get; init; }
}
