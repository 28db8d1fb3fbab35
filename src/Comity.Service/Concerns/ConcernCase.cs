namespace Comity.Service.Concerns;

/// <summary>A concern as the protocol is asked about it.</summary>
/// <param name="Act">One of <see cref="ConcernAct"/>.</param>
/// <param name="RaisedBy">The person; null for somebody from outside who has no account.</param>
/// <param name="About">The one person whom it is about: every further person is a concern of its own, because each has a way of its own.</param>
/// <param name="Facts">Answers to the protocol's questions, by the fact's name.</param>
/// <param name="On">The day of the step: what is done at a step goes by the version in force then.</param>
public sealed record ConcernCase(string Act, Guid? RaisedBy, Guid About, IReadOnlyDictionary<string, string> Facts, DateOnly On)
{
    /// <summary>The stage after which the next one is looked for; null at the beginning.</summary>
    public string? UnresolvedAt { get; init; }

    /// <summary>Whoever stepped aside, or may hear it no longer: they are passed over like a party.</summary>
    public IReadOnlyList<Guid> Shut { get; init; } = [];
}
