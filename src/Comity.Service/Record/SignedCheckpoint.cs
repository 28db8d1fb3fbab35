using System.ComponentModel.DataAnnotations;

namespace Comity.Service.Record;

/// <summary>A signed statement of the record's size and root at an instant.</summary>
public sealed class SignedCheckpoint
{
    [Key]
    [System.ComponentModel.DataAnnotations.Schema.DatabaseGenerated(
        System.ComponentModel.DataAnnotations.Schema.DatabaseGeneratedOption.None
    )]
    public long Size { get; init; }

    public required string Note { get; init; }
    public DateTime At { get; init; }
}
