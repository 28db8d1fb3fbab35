using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Templates;

/// <summary>What a template said from an instant on. Never changed: the next version takes its place.</summary>
[Index(nameof(TemplateId), nameof(Number), IsUnique = true)]
public sealed class TemplateVersion
{
    public const int LongestText = 5_000;

    public Guid Id { get; init; }
    public Guid TemplateId { get; init; }
    public int Number { get; init; }

    [MaxLength(ReplyTemplate.LongestTitle)]
    public required string Title { get; init; }

    [MaxLength(LongestText)]
    public required string Text { get; init; }

    public Guid ByPersonId { get; init; }
    public DateTime At { get; init; }
}
