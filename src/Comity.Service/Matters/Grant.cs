using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>Leave to see one part of one matter, for a reason, between two instants. Nothing is visible without one.</summary>
[Index(nameof(Token), nameof(MatterId), nameof(Part))]
[Index(nameof(MatterId), nameof(Part))]
public sealed class Grant
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }

    /// <summary>One of <see cref="Parts"/>.</summary>
    [MaxLength(20)]
    public required string Part { get; init; }

    /// <summary>Whom: a person's or an office's viewer token (<see cref="ViewerTokens"/>).</summary>
    [MaxLength(80)]
    public required string Token { get; init; }

    /// <summary>In words, for "Why can I see this?".</summary>
    [MaxLength(300)]
    public required string Reason { get; init; }

    /// <summary>The norm, arrangement or safeguard it rests on.</summary>
    [MaxLength(80)]
    public required string Source { get; init; }

    public DateTime From { get; init; }
    public DateTime? Until { get; set; }
}
