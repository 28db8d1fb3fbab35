using Comity.Protocols.Explanations;

namespace Comity.Protocols.Routes;

/// <summary>A step of a route with the persons who deal with it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Assigned">Who deals with it; empty when nobody may or can.</param>
/// <param name="PassedOver">Who was passed over, and why.</param>
/// <param name="Vacant">The offices that nobody holds.</param>
public sealed record ResolvedStep(
    RouteStep Step,
    IReadOnlyList<Assigned> Assigned,
    IReadOnlyList<PassedOver> PassedOver,
    IReadOnlyList<string> Vacant
)
{
    /// <summary>The norm that leads to nobody, or null when somebody deals with the step (all of them, where the step names several with <c>and</c>).</summary>
    public string? GapIn { get; init; }
}
