namespace Comity.Cli.Output;

/// <summary>What an answer rests on besides the situation: the version of what rules mean, and the hash of each text.</summary>
public sealed record Basis(string Semantics, IReadOnlyDictionary<string, string> Hashes);
