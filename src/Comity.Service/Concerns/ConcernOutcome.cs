namespace Comity.Service.Concerns;

/// <summary>What came of a concern.</summary>
/// <param name="Kind">One of the constants of <see cref="OutcomeKind"/>.</param>
/// <param name="Found">What was found of each ground: the norm, and one of <see cref="Findings"/>.</param>
/// <param name="Measures">Of <see cref="Measure"/>.</param>
/// <param name="By">Whoever decided.</param>
public sealed record ConcernOutcome(
    string Kind,
    IReadOnlyDictionary<string, string> Found,
    IReadOnlyList<string> Measures,
    IReadOnlyList<Guid> By,
    DateTime At
);
