using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Record;

/// <summary>
/// Somebody looked at a confidential part. Written at once and without the writers' lock, because no page may wait for it; it takes its
/// place in the chain of the log of reads a little later (<see cref="ChainReads"/>).
/// </summary>
[Index(nameof(MatterId), nameof(At))]
[Index(nameof(Sequence), IsUnique = true)]
public sealed class ReadEntry
{
    public Guid Id { get; init; }

    /// <summary>The matter, or the email that joined none.</summary>
    public Guid MatterId { get; init; }

    [MaxLength(20)]
    public required string Part { get; init; }

    [MaxLength(80)]
    public required string ViewerToken { get; init; }

    public DateTime At { get; init; }

    /// <summary>Its place in the log; null until it has one.</summary>
    public long? Sequence { get; set; }

    /// <summary>What the commitment of its leaf is made with.</summary>
    public byte[]? Salt { get; set; }

    public byte[]? LeafHash { get; set; }

    /// <summary>Makes its leaf: the next in the log.</summary>
    internal RecordLeaf AppendTo(RecordAppender log, byte[] salt) =>
        log.Append(At, "matter.read", ViewerToken, MatterId.ToString("D"), RecordCommitment.Of(salt, Part));
}
