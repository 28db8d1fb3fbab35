using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>That the council adopted a protocol, in the words of its own papers. What the papers leave empty stays empty and is shown as a gap.</summary>
[Index(nameof(ProtocolKey), nameof(From))]
public sealed class ProtocolAdoption
{
    public Guid Id { get; init; }

    [MaxLength(60)]
    public required string ProtocolKey { get; init; }

    /// <summary>Of the text adopted (<see cref="AdoptedText"/>).</summary>
    [MaxLength(64)]
    public required string Sha256 { get; init; }

    [MaxLength(200)]
    public required string Title { get; init; }

    [MaxLength(60)]
    public string? Version { get; init; }

    [MaxLength(60)]
    public string? Status { get; init; }

    [MaxLength(200)]
    public string? Minute { get; init; }

    /// <summary>The meeting's day, where the papers print one.</summary>
    public DateOnly? AdoptedOn { get; init; }

    /// <summary>The day from which Comity works under it.</summary>
    public DateOnly From { get; init; }

    public DateOnly? Until { get; set; }
    public DateTime RecordedAt { get; init; }
}
