using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>
/// A place in a matter and who stands in it. In a sealed matter the row holds only the viewer token (a keyed hash); the identity is sealed
/// content.
/// </summary>
[Index(nameof(Token))]
[Index(nameof(MatterId), nameof(Place))]
public sealed class MatterParty
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }

    /// <summary>raised-by, logged-by, owner.</summary>
    [MaxLength(40)]
    public required string Place { get; init; }

    [MaxLength(80)]
    public required string Token { get; init; }

    /// <summary>Null in a sealed matter.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The office through which the person stands there, where it is one. Null in a sealed matter.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>In a sealed matter: the sealed identity.</summary>
    public Guid? IdentityContentId { get; init; }

    public DateTime Since { get; init; }
    public DateTime? EndedAt { get; set; }
}
