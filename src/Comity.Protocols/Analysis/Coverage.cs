namespace Comity.Protocols.Analysis;

/// <summary>Lists the norms of a protocol with their cases.</summary>
public static class Coverage
{
    /// <summary>The coverage of a protocol, norm by norm in natural order.</summary>
    /// <param name="library">Where the protocol and its cases are.</param>
    /// <param name="key">The key of the protocol.</param>
    /// <param name="expected">The ids that a catalogue says the protocol has, to find missing ones; null for those it has.</param>
    /// <exception cref="KeyNotFoundException">No file has the key.</exception>
    public static IReadOnlyList<NormCoverage> Of(ProtocolLibrary library, string key, IEnumerable<string>? expected = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        var norms = library.Compile(key).File.Norms.ToDictionary(norm => norm.Id, StringComparer.Ordinal);
        var cases = library.CasesOf(key).ToLookup(example => example.Norm, StringComparer.Ordinal);
        return
        [
            .. norms
                .Keys.Concat(expected ?? [])
                .Distinct(StringComparer.Ordinal)
                .Order(NaturalOrder.Instance)
                .Select(id => new NormCoverage(id, norms.GetValueOrDefault(id), [.. cases[id]])),
        ];
    }
}
