using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Search;

/// <summary>
/// What somebody looks for again and again, under a name of their own: the address of the question, and nothing of what it found. It is asked anew each
/// time, behind the walls of whoever opens it then.
/// </summary>
[Index(nameof(PersonId), nameof(Name), IsUnique = true)]
public sealed class SavedView
{
    public const int LongestName = 80;
    public const int LongestQuery = 2_000;

    public Guid Id { get; init; }
    public Guid PersonId { get; init; }

    [MaxLength(LongestName)]
    public required string Name { get; set; }

    /// <summary>What stands behind the question mark of the address.</summary>
    [MaxLength(LongestQuery)]
    public required string Query { get; init; }

    public DateTime SavedAt { get; init; }
}
