using Comity.Protocols;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <summary>What the rules say is owed in answer to something that came.</summary>
public sealed record ReplyOwed(Decision Answer, IReadOnlyList<OwedReply> Owed, DecisionToKeep Decision, ProtocolSays Says);
