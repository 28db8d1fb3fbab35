namespace Comity.Protocols.Explanations;

/// <summary>A norm that would have spoken, and by which norms it is overridden.</summary>
/// <param name="Citation">The norm.</param>
/// <param name="By">The norms that say <c>despite</c>.</param>
public sealed record OverriddenNorm(Citation Citation, IReadOnlyList<Citation> By);
