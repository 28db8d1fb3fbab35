namespace Comity.Protocols.Cases;

/// <summary>Runs the cases of a protocol, each with the layers that it names.</summary>
public static class CaseSet
{
    /// <summary>Runs all cases of a protocol.</summary>
    /// <param name="library">Where the protocol, its layers and its cases are.</param>
    /// <param name="key">The key of the protocol.</param>
    /// <param name="calendars">The calendars by which dates are worked out.</param>
    /// <returns>The results in the order of the cases. A case whose layer or norm is not there fails and says so.</returns>
    /// <exception cref="KeyNotFoundException">No file has the key.</exception>
    public static IReadOnlyList<CaseResult> Run(ProtocolLibrary library, string key, CouncilCalendars? calendars = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        var compiled = new Dictionary<string, Protocol>(StringComparer.Ordinal);
        return [.. library.CasesOf(key).Select(example => Run(library, key, example, compiled, calendars))];
    }

    private static CaseResult Run(
        ProtocolLibrary library,
        string key,
        Case example,
        Dictionary<string, Protocol> compiled,
        CouncilCalendars? calendars
    )
    {
        if (example.Layers.FirstOrDefault(layer => library.File(layer.Text) is null) is { } missing)
        {
            return new CaseResult(
                example,
                null,
                [new CaseFailure(example, missing.At, $"a protocol file `{missing}`", "none with that key")]
            );
        }

        var layers = example.Layers.Select(layer => layer.Text).Order(StringComparer.Ordinal).ToList();
        var name = string.Join(' ', layers);
        if (!compiled.TryGetValue(name, out var protocol))
        {
            compiled[name] = protocol = library.Compile(key, layers);
        }

        if (!protocol.Norms.Any(norm => norm.Id == example.Norm))
        {
            return new CaseResult(example, null, [new CaseFailure(example, example.At, $"a norm `{example.Norm}`", "none with that id")]);
        }

        return CaseRunner.Run(protocol, example, calendars);
    }
}
