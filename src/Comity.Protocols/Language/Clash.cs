namespace Comity.Protocols.Language;

/// <summary>Two or more norms that pull apart, and how that is resolved.</summary>
/// <param name="Key">Its key, <c>protocol/name</c>.</param>
/// <param name="Between">The norms.</param>
/// <param name="Says">How they pull apart.</param>
/// <param name="Resolved">How the rules resolve it, or null while it is open.</param>
/// <param name="At">Where it stands.</param>
public sealed record Clash(string Key, IReadOnlyList<Name> Between, string Says, string? Resolved, Location At);
