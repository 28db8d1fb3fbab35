using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <summary>Something about an item that is put to somebody else than whoever decides it, or that the member asks about it afterwards; with what came of it.</summary>
[Index(nameof(MatterId))]
public sealed class ItemQuestion
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public Guid ItemId { get; init; }
    public ItemQuestionKind Kind { get; init; }

    [MaxLength(80)]
    public required string AskedToken { get; init; }

    /// <summary>The place in the matter of whoever answers it; null where the protocol itself did.</summary>
    public Guid? PartyId { get; init; }

    public Guid WordsContentId { get; init; }
    public Guid? AnswerContentId { get; set; }
    public ItemAnswerWord? Answer { get; set; }

    /// <summary>What the doubt is about, in the words of the vocabulary: the fact that is open until it is answered.</summary>
    [MaxLength(60)]
    public string? Fact { get; init; }

    /// <summary>The step of the protocol's route at which it is.</summary>
    [MaxLength(60)]
    public string? Stage { get; init; }

    /// <summary>The norm or safeguard that sends it there, or by which it was answered.</summary>
    [MaxLength(200)]
    public required string Source { get; init; }

    public DateTime AskedAt { get; init; }
    public DateTime? AnsweredAt { get; set; }
}

public enum ItemQuestionKind
{
    Doubt,
    ProperOfficer,
    Review,
    Use,
}

public enum ItemAnswerWord
{
    Settled,
    PassedOn,
    Release,
    Withhold,
    Upheld,
    Changed,
    Allowed,
    GoesOnWithReason,
    NotAllowed,
    NotSaid,
}
