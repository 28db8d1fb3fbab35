using System.ComponentModel.DataAnnotations;

namespace Comity.Service.Concerns;

/// <summary>
/// What a matter has beside it that is a concern. The row says nothing: who it is about, by which clause and how far it has come is in the sealed course,
/// because the step alone could tell who it is about (a concern that lies with the chairman of the Personnel Committee is about the town clerk: town 11).
/// </summary>
public sealed class Concern
{
    public const string MatterKind = "concern";

    [Key]
    public Guid MatterId { get; init; }

    /// <summary>The sealed course as it stands now (<see cref="ConcernCourse"/>); the earlier ones stay with the matter.</summary>
    public Guid CourseContentId { get; set; }
}
