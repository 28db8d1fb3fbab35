namespace Comity.Service.Concerns;

/// <summary>Somebody took a concern up.</summary>
/// <param name="Facts">What they said of themselves, by the fact's name: whether they have had the training that the protocol wants.</param>
/// <param name="Reason">Why they went on although the protocol says "should not", or wants something first; null where nothing stood in the way.</param>
public sealed record TakenUp(Guid PersonId, DateTime At, IReadOnlyDictionary<string, string> Facts, string? Reason);
