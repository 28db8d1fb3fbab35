using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>
/// A matter that is being written. It survives a closed browser and a restart; what is in it is sealed, because it may name people and nobody has
/// sent it yet. Its id becomes the matter's: so it cannot be sent twice.
/// </summary>
[Index(nameof(OwnerToken))]
public sealed class Draft
{
    public Guid Id { get; init; }

    /// <summary>The kind of what is in it: one written for an enquiry is none of a concern.</summary>
    [MaxLength(20)]
    public required string Kind { get; init; }

    /// <summary>The person who writes it, as a sealed token.</summary>
    [MaxLength(80)]
    public required string OwnerToken { get; init; }

    public Guid ContentId { get; set; }
    public DateTime ChangedAt { get; set; }
}
