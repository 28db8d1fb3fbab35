namespace Comity.Service.Demonstration;

/// <summary>A political group, with as many members.</summary>
public sealed record FictionalGroup(string Name, int Size);
