namespace Comity.Service.Demonstration;

/// <summary>A ward that is on no map.</summary>
public sealed record FictionalWard(string Name, int Seats);
