namespace Comity.Protocols.Analysis;

/// <summary>The norms of a protocol and its layers, and the clashes between them that somebody has noted and resolved.</summary>
internal sealed class SettledNorms
{
    private readonly HashSet<string> loaded;
    private readonly HashSet<(string, string)> resolved;

    public SettledNorms(Protocol protocol)
    {
        loaded = protocol.Norms.Select(norm => norm.Id).ToHashSet(StringComparer.Ordinal);
        resolved =
        [
            .. protocol
                .Files.SelectMany(file => file.Clashes)
                .Where(clash => clash.Resolved is { Length: > 0 })
                .SelectMany(clash => clash.Between.SelectMany(one => clash.Between.Select(other => (one.Text, other.Text)))),
        ];
    }

    /// <summary>What a rule says about a norm of a file that is not loaded is not looked at.</summary>
    public bool IsLoaded(string norm) => loaded.Contains(norm);

    public bool AreResolved(string one, string other) => resolved.Contains((one, other));
}
