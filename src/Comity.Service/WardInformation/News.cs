using System.ComponentModel.DataAnnotations;

namespace Comity.Service.WardInformation;

/// <summary>
/// What officers tell members unasked, beside its matter: for whom it is, and until when it is current. What it says stands in its versions
/// (<see cref="NewsVersion"/>), who was told in the parties of the matter.
/// </summary>
public sealed class News
{
    /// <summary>The kind of matter that it is.</summary>
    public const string MatterKind = "news";

    /// <summary>The place in the matter of whoever wrote it.</summary>
    public const string WrittenBy = "written-by";

    /// <summary>The place in the matter of each member who was told.</summary>
    public const string Told = "told";

    /// <summary>The id of its matter.</summary>
    public Guid Id { get; init; }

    /// <summary>The key of a <see cref="NewsKind"/>.</summary>
    [MaxLength(40)]
    public required string Kind { get; init; }

    /// <summary>Whether it is for every member, and not for those of some wards.</summary>
    public bool ForAllMembers { get; init; }

    /// <summary>The office of the member whose portfolio it touches.</summary>
    public Guid? PortfolioOfficeId { get; init; }

    /// <summary>Whether the members are asked to come.</summary>
    public bool Invites { get; init; }

    /// <summary>The last day on which somebody who comes to a ward is still told of it.</summary>
    public DateOnly CurrentUntil { get; set; }

    public ICollection<NewsWard> Wards { get; } = [];
    public ICollection<NewsVersion> Versions { get; } = [];
}
