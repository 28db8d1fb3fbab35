using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Advising;

/// <summary>
/// What somebody other than its author says to a piece of advice, or what the author puts on record of an attempt to have it changed. It alters nothing in
/// the advice itself.
/// </summary>
[Index(nameof(AdviceId), nameof(Number), IsUnique = true)]
public sealed class AdviceRemark
{
    public Guid Id { get; init; }
    public Guid AdviceId { get; init; }
    public PieceOfAdvice? Advice { get; init; }

    /// <summary>From 1 for each piece of advice: what it is cited by.</summary>
    public int Number { get; init; }

    public AdviceRemarkKind Kind { get; init; }

    /// <summary>The version it is about.</summary>
    public int Version { get; init; }

    /// <summary>Whoever wrote it down.</summary>
    [MaxLength(80)]
    public required string ByToken { get; init; }

    /// <summary>Whose doing it is; the same person, unless the author put an attempt of somebody's on record.</summary>
    [MaxLength(80)]
    public required string OfToken { get; init; }

    /// <summary>The part of the matter it belongs to: attempts are for its author and for whoever made them, not for every reader of the advice.</summary>
    [MaxLength(20)]
    public required string Part { get; init; }

    public Guid? ContentId { get; init; }

    /// <summary>What the protocol said of it.</summary>
    [MaxLength(40)]
    public required string Outcome { get; init; }

    /// <summary>The norms it said so by, one after the other; empty where it says nothing.</summary>
    [MaxLength(400)]
    public required string Norms { get; init; }

    public DateTime At { get; init; }

    public IReadOnlyList<string> NormIds => Norms.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

public enum AdviceRemarkKind
{
    /// <summary>A member has read it and takes it into account.</summary>
    Weighed,

    /// <summary>A member is of another view, put beside the advice.</summary>
    OtherView,

    /// <summary>A member, or the members, did not follow it.</summary>
    NotFollowed,

    /// <summary>A member wants it to be different.</summary>
    ChangeAsked,

    /// <summary>Its author says that somebody wanted it to be different.</summary>
    ChangePressed,
}
