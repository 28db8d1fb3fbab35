namespace Comity.Service.Concerns;

/// <summary>Somebody hears both sides of a concern and helps them to settle it; they decide nothing.</summary>
/// <param name="Name">The mediator as both sides read it: a person with the office, or a body from outside.</param>
/// <param name="PersonId">Null for somebody from outside, who sees nothing here.</param>
public sealed record Mediation(string Name, Guid? PersonId, Guid? OfficeId, DateTime Since)
{
    /// <summary>Null while it goes on.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Null where it ended without a word of how it went: it was withdrawn, closed or taken on.</summary>
    public bool? IsSettled { get; init; }
}
