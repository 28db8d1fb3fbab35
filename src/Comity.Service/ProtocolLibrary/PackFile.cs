using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>A text of a folder of protocols, and where on disk it stands.</summary>
public sealed record PackFile(SourceText Text, string Path);
