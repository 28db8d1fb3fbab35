using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// Two people of the council have said that they are close: family, old friends, something else. Who they are stands here only as keyed
/// hashes; what was written about it is sealed content of the matter. An entry may be ended and is never deleted (borough 2.11).
/// </summary>
[Index(nameof(PersonToken), nameof(From))]
[Index(nameof(OtherToken), nameof(From))]
[Index(nameof(MatterId))]
public sealed class DeclaredRelationship : DatedFact
{
    public Guid MatterId { get; init; }

    /// <summary>Who declared it, or for whom it was declared.</summary>
    [MaxLength(80)]
    public required string PersonToken { get; init; }

    /// <summary>To whom they are close.</summary>
    [MaxLength(80)]
    public required string OtherToken { get; init; }
}
