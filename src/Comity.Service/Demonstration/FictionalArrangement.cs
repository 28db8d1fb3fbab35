namespace Comity.Service.Demonstration;

/// <summary>Something that the made-up council has settled where its protocol is silent.</summary>
public sealed record FictionalArrangement(string Key, string Value);
