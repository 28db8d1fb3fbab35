namespace Comity.Service.Concerns;

/// <summary>A step that a concern has come to.</summary>
/// <param name="Stage">The protocol's name for it, as <c>unresolved-at</c> has it.</param>
/// <param name="Norm">The norm, arrangement or safeguard that gives it.</param>
public sealed record ConcernStep(string Stage, string Norm, IReadOnlyList<Hearer> Hearers, DateTime Since)
{
    /// <summary>Whoever is in it only says who hears the concern.</summary>
    public bool SaysWhoHears { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <summary>Why it ended, in words for those who may see the concern; null while it lasts.</summary>
    public string? Ending { get; init; }
}
