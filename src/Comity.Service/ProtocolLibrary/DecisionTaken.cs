using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>
/// A decision that something was done on: its situation and the hashes of every text and of the engine's semantics, so that it replays to
/// the same answer after any upgrade. The situation and the answer are content: sealed when the matter is.
/// </summary>
[Index(nameof(MatterId))]
public sealed class DecisionTaken
{
    public Guid Id { get; init; }
    public Guid? MatterId { get; init; }

    [MaxLength(60)]
    public required string ProtocolKey { get; init; }

    /// <summary>The texts the engine read, as "path sha256" lines in order of path.</summary>
    [MaxLength(8000)]
    public required string Texts { get; init; }

    [MaxLength(64)]
    public required string EngineSemantics { get; init; }

    [MaxLength(40)]
    public required string Outcome { get; init; }

    /// <summary>Canonical text of the situation.</summary>
    public Guid SituationContentId { get; init; }

    /// <summary>Canonical text of the answer, with every clause it rests on.</summary>
    public Guid AnswerContentId { get; init; }

    public DateTime TakenAt { get; init; }
}
