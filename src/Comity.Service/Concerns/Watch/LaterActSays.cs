using Comity.Protocols.Explanations;

namespace Comity.Service.Concerns.Watch;

/// <summary>What the protocol says of a later act.</summary>
/// <param name="Clauses">Empty where it says nothing.</param>
/// <param name="IfForTheLaw">What it says besides where it is about a duty that the law lays upon the post.</param>
/// <param name="Silence">What is known of its silence; null where it speaks, or nobody has looked at it.</param>
public sealed record LaterActSays(IReadOnlyList<Guidance> Clauses, IReadOnlyList<Guidance> IfForTheLaw, string? Silence);
