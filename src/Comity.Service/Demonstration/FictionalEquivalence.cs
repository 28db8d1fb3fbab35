namespace Comity.Service.Demonstration;

/// <summary>Which role does a duty of the protocol in the made-up council: asked of every council and assumed of none.</summary>
public sealed record FictionalEquivalence(string Duty, string Role);
