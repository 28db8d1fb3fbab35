using Comity.Service.Matters;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Advising;

/// <summary>
/// What a piece of advice said from an instant on, in parts that are kept apart: the analysis, what could be done, what particular members think, and what
/// the officer recommends.
/// </summary>
[Index(nameof(AdviceId), nameof(Number), IsUnique = true)]
public sealed class AdviceVersion
{
    public Guid Id { get; init; }
    public Guid AdviceId { get; init; }
    public PieceOfAdvice? Advice { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>The message with the recommendation and the files.</summary>
    public Guid MessageId { get; init; }
    public Message? Message { get; init; }

    public Guid AnalysisContentId { get; init; }
    public Guid? OptionsContentId { get; init; }

    /// <summary>What particular members think, as the officer reports it.</summary>
    public Guid? ViewsContentId { get; init; }

    /// <summary>What has changed since the version before, and why.</summary>
    public Guid? ChangedContentId { get; init; }

    public DateTime WrittenAt { get; init; }
}
