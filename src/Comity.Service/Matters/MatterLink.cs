using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>
/// That two matters have to do with each other. It belongs to neither: only somebody who may see both is shown it, and neither of their records holds it.
/// </summary>
[Index(nameof(MatterId))]
[Index(nameof(OtherId))]
public sealed class MatterLink
{
    public Guid Id { get; init; }

    /// <summary>The one that follows or was merged; of two about the same, the one from which it was said.</summary>
    public Guid MatterId { get; init; }

    public Guid OtherId { get; init; }

    /// <summary>One of <see cref="MatterLinkKind"/>.</summary>
    [MaxLength(20)]
    public required string Kind { get; init; }

    public DateTime At { get; init; }

    /// <summary>The first one's: it can be read where that matter can.</summary>
    [MaxLength(80)]
    public required string ByToken { get; init; }

    public DateTime? EndedAt { get; set; }
}
