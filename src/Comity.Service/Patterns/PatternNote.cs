using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Patterns;

/// <summary>
/// What the Monitoring Officer makes of how much a member asks, and the next step. Sealed: the row holds a token, and the words are content under a key of
/// their own.
/// </summary>
[Index(nameof(AboutToken), nameof(At))]
public sealed class PatternNote
{
    public Guid Id { get; init; }

    /// <summary>The member's token in sealed matters.</summary>
    [MaxLength(80)]
    public required string AboutToken { get; init; }

    [MaxLength(80)]
    public required string AuthorToken { get; init; }

    /// <summary>The note and the next step.</summary>
    public Guid ContentId { get; init; }

    public DateTime At { get; init; }
}
