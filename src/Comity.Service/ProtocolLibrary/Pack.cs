using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>One protocol with the law and the safeguards that go with it.</summary>
public sealed record Pack(ProtocolFile File, IReadOnlyList<ProtocolFile> Layers)
{
    public string Key => File.Control.Protocol;

    /// <summary>Compiles afresh: keep what you get.</summary>
    public Protocol Compile() => Protocol.Compile(File, Layers);
}
