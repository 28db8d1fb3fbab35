using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Record;

/// <summary>One line of the council's record: append-only, chained, a leaf of the Merkle tree. Written in the transaction of the change it records.</summary>
[Index(nameof(MatterId))]
public sealed class RecordEntry
{
    /// <summary>0 for the first entry, then without a gap.</summary>
    [Key]
    [System.ComponentModel.DataAnnotations.Schema.DatabaseGenerated(
        System.ComponentModel.DataAnnotations.Schema.DatabaseGeneratedOption.None
    )]
    public long Sequence { get; init; }

    public DateTime At { get; init; }

    /// <summary>What happened: matter-opened, reply-sent, grant-given …</summary>
    [MaxLength(60)]
    public required string Kind { get; init; }

    /// <summary>Who did it, as a viewer token.</summary>
    [MaxLength(80)]
    public required string ActorToken { get; init; }

    public Guid? MatterId { get; init; }

    /// <summary>The part of the matter it tells of (<see cref="Matters.Parts"/>): an export shows it to those who may see that part.</summary>
    [MaxLength(20)]
    public string? Part { get; init; }

    /// <summary>What the entry says in full, as canonical text in the content store.</summary>
    public Guid ContentId { get; init; }

    public required byte[] Commitment { get; init; }
    public required byte[] LeafHash { get; init; }
    public required byte[] PreviousHash { get; init; }
}
