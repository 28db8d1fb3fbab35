using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Comity.Service.Concerns.Watch;

/// <summary>How far the council's record has been looked through for acts against people who have raised a concern. One row, which says nothing of any concern.</summary>
public sealed class ConcernWatch
{
    public const int TheOne = 1;

    [Key]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; } = TheOne;

    /// <summary>The first line of the record that has not been looked at.</summary>
    public long LookedTo { get; set; }
}
