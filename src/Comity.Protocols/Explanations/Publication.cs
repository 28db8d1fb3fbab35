namespace Comity.Protocols.Explanations;

/// <summary>Something that is sent or shown unasked.</summary>
/// <param name="What">What.</param>
/// <param name="Who">To whom.</param>
/// <param name="Citations">The norms that say so.</param>
public sealed record Publication(string What, Who Who, IReadOnlyList<Citation> Citations);
