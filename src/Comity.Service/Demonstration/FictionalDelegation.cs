namespace Comity.Service.Demonstration;

/// <summary>A power that the made-up council has given to the holder of a post.</summary>
public sealed record FictionalDelegation(string Post, string Scope, string Minute);
