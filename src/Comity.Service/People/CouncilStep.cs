using Comity.Protocols.Routes;

namespace Comity.Service.People;

/// <summary>A step of a route as it meets this council, in words for one reader.</summary>
/// <param name="Resolved">The step with the persons' keys.</param>
/// <param name="DealtWithBy">Who deals with it; empty where the step is a gap.</param>
/// <param name="PassedOver">Who was passed over, and why, as far as the reader may know.</param>
/// <param name="Gap">What is missing, with the norm that leads to nobody; null when somebody deals with it.</param>
public sealed record CouncilStep(ResolvedStep Resolved, IReadOnlyList<string> DealtWithBy, IReadOnlyList<string> PassedOver, string? Gap);
