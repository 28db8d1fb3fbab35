using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Templates;

/// <summary>
/// Words that officers start a message from. What it says stands in its versions, each with who wrote it: a council can be asked why a hundred members
/// were told the same.
/// </summary>
[Index(nameof(ServiceAreaId))]
public sealed class ReplyTemplate
{
    public const int LongestTitle = 100;

    public Guid Id { get; init; }

    /// <summary>Whose it is; null for one that every service may use.</summary>
    public Guid? ServiceAreaId { get; init; }

    /// <summary>One of <see cref="TemplateUse"/>.</summary>
    [MaxLength(20)]
    public required string Use { get; init; }

    /// <summary>The number of the version that is used now. It travels in the form.</summary>
    [ConcurrencyCheck]
    public int Version { get; set; }

    /// <summary>Since when it is no longer offered.</summary>
    public DateTime? EndedAt { get; set; }

    public ICollection<TemplateVersion> Versions { get; } = [];
}
