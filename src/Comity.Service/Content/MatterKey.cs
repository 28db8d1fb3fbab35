using System.ComponentModel.DataAnnotations;

namespace Comity.Service.Content;

/// <summary>The key of one matter's sealed content, wrapped by the council key, which is never in this database. Deleting the row erases the content for good.</summary>
public sealed class MatterKey
{
    [Key]
    public Guid MatterId { get; init; }

    [MaxLength(64)]
    public required string CouncilKeyId { get; set; }

    public required byte[] WrappedKey { get; set; }
}
