using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>A text as it stood when it came into use: protocol, law, vocabulary, calendar or ruling. Never changed, never deleted: decisions replay from it.</summary>
[Index(nameof(Sha256), nameof(Path), IsUnique = true)]
[Index(nameof(Path), nameof(RecordedAt))]
public sealed class AdoptedText
{
    public Guid Id { get; init; }

    [MaxLength(200)]
    public required string Path { get; init; }

    public required string Text { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    [MaxLength(64)]
    public required string Sha256 { get; init; }

    public DateTime RecordedAt { get; init; }
}
