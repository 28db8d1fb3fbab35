using Comity.Protocols;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <summary>What the protocol says of a member's going to a junior officer.</summary>
/// <param name="Senior">The senior contact or the chief officer, to whom the member could go instead; null where there is none.</param>
/// <param name="Norm">The norm that sends it to the senior one instead; null where the junior one keeps it.</param>
public sealed record JuniorContact(HeldOffice Junior, Decision Decision, HeldOffice? Senior, string? Norm, DecisionToKeep Keep);
