using Comity.Service.Content;
using Comity.Service.Matters;

namespace Comity.Web.Infrastructure;

/// <summary>What the key folder opens, read once at start-up: without it nothing starts.</summary>
internal sealed class CouncilSecrets : IDisposable
{
    private CouncilKeyRing? _keys;
    private ViewerTokens? _tokens;

    public CouncilKeyRing Keys => _keys ?? throw new InvalidOperationException("The council key is read at start-up.");

    public ViewerTokens Tokens => _tokens ?? throw new InvalidOperationException("The council key is read at start-up.");

    public void Hold(CouncilKeyRing keys, ViewerTokens tokens) => (_keys, _tokens) = (keys, tokens);

    public void Dispose() => _keys?.Dispose();
}
