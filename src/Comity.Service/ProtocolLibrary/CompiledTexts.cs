using System.Collections.Concurrent;
using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>Compiled editions, each kept under what it was compiled from: two councils with the same texts share one, and no text is ever read under another's name.</summary>
public sealed class CompiledTexts
{
    private readonly ConcurrentDictionary<string, Lazy<ReadTogether>> _compiled = new(StringComparer.Ordinal);

    public ReadTogether? Find(string texts) => _compiled.TryGetValue(texts, out var found) ? found.Value : null;

    public ReadTogether Compile(string texts, IReadOnlyList<SourceText> sources) =>
        _compiled.GetOrAdd(texts, key => new Lazy<ReadTogether>(() => ReadTogether.From(sources, key))).Value;
}
