namespace Comity.Protocols.Explanations;

/// <summary>Another act to offer in place of the one that was asked about.</summary>
/// <param name="Act">The act to offer.</param>
/// <param name="Citations">The norms that offer it.</param>
public sealed record Alternative(Act Act, IReadOnlyList<Citation> Citations);
