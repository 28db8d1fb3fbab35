using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <summary>
/// One thing of what was asked for. It is found, decided and told by itself: of two documents one may be let out and the other kept back. All words are content,
/// sealed where the matter is; whoever has agreed to a release is sealed always.
/// </summary>
[Index(nameof(MatterId), nameof(Number), IsUnique = true)]
public sealed class InformationItem
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public Matter? Matter { get; init; }

    /// <summary>Its place in the request, from 1: the page's address of it.</summary>
    public int Number { get; init; }

    /// <summary>What was asked for, in words.</summary>
    public Guid AskedContentId { get; init; }

    /// <summary>Why the member needs it and what for (<see cref="StatedNeed"/>).</summary>
    public Guid? NeedContentId { get; set; }

    /// <summary>What the officer has found (<see cref="ItemFindings"/>), for officers.</summary>
    public Guid? FoundContentId { get; set; }

    /// <summary>Whose it is and who has agreed (<see cref="ItemConsents"/>).</summary>
    public Guid? ConsentContentId { get; set; }

    /// <summary>What was decided, with its reasons (<see cref="ItemRuling"/>).</summary>
    public Guid? RulingContentId { get; set; }

    public ItemOutcome Outcome { get; set; }

    /// <summary>It was let out in confidence.</summary>
    public bool Confidential { get; set; }

    [MaxLength(80)]
    public string? DeciderToken { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>When the member was told.</summary>
    public DateTime? ToldAt { get; set; }
}

/// <summary>What became of an item.</summary>
public enum ItemOutcome
{
    Open,
    All,
    Part,
    Refused,
    NotHeld,
    NotFound,
}
