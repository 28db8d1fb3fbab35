namespace Comity.Protocols.Language;

/// <summary>A drafting fault of the text: shown, never silently mended.</summary>
/// <param name="Key">Its key, <c>protocol/name</c>.</param>
/// <param name="In">The norms it touches; may be empty when it touches the clause alone.</param>
/// <param name="Clause">The clause under which it is noted.</param>
/// <param name="Says">What is wrong.</param>
/// <param name="At">Where it stands.</param>
public sealed record Fault(string Key, IReadOnlyList<Name> In, Clause Clause, string Says, Location At);
